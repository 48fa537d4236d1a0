import * as l10n from '@vscode/l10n';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { type RuleSeverity, ruleSeverities } from '../features/problems.ts';
import { nearest } from '../model/index.ts';
import { actual, listed, shown } from '../rules/describe.ts';
import { ruleOf, rules } from '../rules/index.ts';
import { podSecurityLevels } from '../rules/rule.ts';
import { minorOf, newestMinor, oldestMinor } from '../schema/index.ts';
import {
  type Chunk,
  type ConcreteNode,
  deref,
  effectivePairs,
  isMerge,
  isNull,
  type ScalarNode,
  type Span,
  splitChunks,
} from '../yaml/index.ts';
import type { Config } from './config.ts';

const page = 'https://github.com/podsmith/podsmith/blob/main/docs/configuration.md#errors';

export interface ConfigDiagnostic extends Diagnostic {
  code: string;
  message: string;
}

/**
 * Reads a `.podsmith.yaml`. What is wrong is reported and left out, the rest counts.
 * @returns what it sets, and an error for each mistake, whose codes start with `config-`
 */
export function readConfig(document: TextDocument): { config: Config; diagnostics: ConfigDiagnostic[] } {
  const diagnostics: ConfigDiagnostic[] = [];
  const [first, second] = splitChunks(document.getText()).filter(({ chunk }) => chunk.root ?? chunk.problems[0]);
  if (!first) return { config: {}, diagnostics };
  const { chunk, offset } = first;
  const report: Report = (code, { start, end }, message) => {
    const range = { start: document.positionAt(offset + start), end: document.positionAt(offset + end) };
    const severity = DiagnosticSeverity.Error;
    diagnostics.push({ source: 'podsmith', code, codeDescription: { href: page }, severity, message, range });
  };
  const config = new Reader(chunk, report).read();
  if (second) {
    const start = second.offset - offset;
    const message = l10n.t('This file is one document: what stands below the first `---` does not count. Remove it.');
    report('config-second-document', { start, end: start + 3 }, message);
  }
  return { config, diagnostics };
}

type Report = (code: string, span: Span, message: string) => void;

interface Entry {
  key: ScalarNode;
  /** Undefined where nothing is written. */
  value: ConcreteNode | undefined;
}

class Reader {
  /** What reads the value of each key. */
  private readonly keys: Readonly<Record<string, (value: ConcreteNode) => Config>> = {
    kubernetesVersion: (value) => this.version(value),
    podSecurity: (value) => this.level(value),
    rules: (value) => this.rules(value),
    podTemplates: (value) => this.podTemplates(value),
  };

  constructor(
    private readonly chunk: Chunk,
    private readonly report: Report,
  ) {}

  read(): Config {
    const { root, problems } = this.chunk;
    const [problem] = problems;
    if (problem) this.report('config-yaml-syntax', problem, l10n.t('This is no YAML: {0}.', problem.message));
    const node = deref(root);
    const example = '`kubernetesVersion: latest`';
    const entries = node ? this.entries(node, l10n.t('This file holds keys with values, such as {0}.', example)) : [];
    return Object.assign({}, ...entries.map((entry) => this.setting(entry)));
  }

  private setting({ key, value }: Entry): Config {
    const read = Object.hasOwn(this.keys, key.text) ? this.keys[key.text] : undefined;
    if (read) return value ? read(value) : {};
    const known = Object.keys(this.keys);
    this.wrong('config-unknown-key', key, unknown(l10n.t('There is no key `{0}`.', shown(key.text)), key.text, known));
    return {};
  }

  private version(value: ConcreteNode): Config {
    const text = this.text(value, 'kubernetesVersion');
    if (text === undefined) return {};
    const minor = minorOf(text);
    if (minor !== undefined) return { minor };
    const takes = l10n.t('`{0}` is not known: latest or 1.{1} to 1.{2}.', shown(text), oldestMinor, newestMinor);
    this.wrong('config-unknown-version', value, asking(takes, meantVersion(text)));
    return {};
  }

  private level(value: ConcreteNode): Config {
    const text = this.text(value, 'podSecurity');
    const podSecurity = podSecurityLevels.find((level) => level === text);
    if (podSecurity) return { podSecurity };
    if (text !== undefined) {
      const levels = listed(podSecurityLevels);
      const message = l10n.t(
        '`{0}` is no level of Pod Security that can be checked: write one of {1}.',
        shown(text),
        levels,
      );
      this.wrong('config-unknown-level', value, message);
    }
    return {};
  }

  private rules(value: ConcreteNode): Config {
    const shape = l10n.t('`rules` takes codes of rules with severities, such as {0}.', '`volume-unused: off`');
    const entries = this.entries(value, shape).flatMap((entry) => this.rule(entry));
    return { rules: Object.fromEntries(entries) };
  }

  private rule({ key, value }: Entry): [string, RuleSeverity][] {
    const code = key.text;
    if (!ruleOf(code)) {
      const codes = rules.map((rule) => rule.code);
      const [meant] = nearest(code, codes);
      this.wrong('config-unknown-rule', key, asking(l10n.t('There is no rule `{0}`.', shown(code)), meant));
      return [];
    }
    const text = value && this.text(value, code);
    const severity = ruleSeverities.find((each) => each === text);
    if (severity) return [[code, severity]];
    if (value && text !== undefined) {
      const message = l10n.t('`{0}` is no severity: write one of {1}.', shown(text), listed(ruleSeverities));
      this.wrong('config-unknown-severity', value, message);
    }
    return [];
  }

  private podTemplates(value: ConcreteNode): Config {
    const example = '`argoproj.io/v1alpha1 Rollout: spec.template`';
    const shape = l10n.t('`podTemplates` takes kinds with the paths of their pod templates, such as {0}.', example);
    const entries = this.entries(value, shape).flatMap((entry) => this.podTemplate(entry));
    return { podTemplates: Object.fromEntries(entries) };
  }

  private podTemplate({ key, value }: Entry): [string, string][] {
    const wrong = wrongKind(key.text);
    if (wrong) this.wrong('config-wrong-kind', key, wrong);
    const path = value && this.text(value, key.text);
    if (!value || path === undefined) return [];
    const isPath = /^[^\s.[\]]+(?:\.[^\s.[\]]+)*$/.test(path) && !path.endsWith('template.spec');
    if (!isPath) {
      const takes = l10n.t(
        '`{0}` is no path of a pod template, which has `metadata` and `spec`: write the fields that lead to it, such as {1}.',
        shown(path),
        '`spec.template`',
      );
      this.wrong('config-wrong-path', value, takes);
    }
    return isPath && !wrong ? [[key.text, path]] : [];
  }

  /** The entries of a map, of equal keys the last, up to where the YAML is broken. */
  private entries(node: ConcreteNode, shape: string): Entry[] {
    if (node.kind !== 'map') {
      this.wrong('config-wrong-type', node, shape);
      return [];
    }
    const kept = new Set(effectivePairs(node).values());
    for (const pair of node.pairs) {
      if (kept.has(pair) || isMerge(pair)) continue;
      const message = l10n.t(
        '`{0}` is written twice here, and only the last one counts: remove one.',
        shown(pair.key.text),
      );
      this.wrong('config-duplicate-key', pair.key, message);
    }
    return [...kept].flatMap(({ key, value }) => {
      const written = deref(value);
      const isWhole = this.isIntact(key) && (written?.kind !== 'scalar' || this.isIntact(written));
      return isWhole ? [{ key, value: written && !isNull(written) ? written : undefined }] : [];
    });
  }

  /** The text of a scalar as it is written, so that `1.30` is no number and `off` not false. */
  private text(node: ConcreteNode, key: string): string | undefined {
    if (node.kind === 'scalar') return node.text;
    this.wrong('config-wrong-type', node, l10n.t('`{0}` takes one value, but this is {1}.', shown(key), actual(node)));
    return undefined;
  }

  /** What is wrong behind a mistake in the YAML may follow from it. */
  private wrong(code: string, span: Span, message: string): void {
    if (this.isIntact(span)) this.report(code, span, message);
  }

  private isIntact({ end }: Span): boolean {
    return end <= this.chunk.intact;
  }
}

/** What is wrong with the kind of a pod template. */
function wrongKind(text: string): string | undefined {
  const [whole, group = ''] = /^(?:([a-z0-9.-]+)\/)?[a-z][a-z0-9-]* [A-Za-z][A-Za-z0-9-]*$/.exec(text) ?? [];
  if (whole === undefined)
    return l10n.t(
      '`{0}` is no kind: write the apiVersion and the kind of a custom resource with a blank between them, such as {1}.',
      shown(text),
      '`argoproj.io/v1alpha1 Rollout`',
    );
  if (!group.includes('.'))
    return l10n.t(
      '`{0}` is no custom resource, whose group has a dot in it: the pod templates of Kubernetes itself are known. Remove it.',
      whole,
    );
  return undefined;
}

/** The version that one which is not known may mean: `1.3` (what a program makes of 1.30), `v1.34`, `1.34.2`. */
function meantVersion(text: string): string | undefined {
  const candidates = [`${text}0`, /1\.\d+/.exec(text)?.[0] ?? '', ...nearest(text, ['latest'])];
  return candidates.find((candidate) => minorOf(candidate) !== undefined);
}

/** A message with the question that leads on, or else with what there is. */
function unknown(message: string, text: string, known: readonly string[]): string {
  const [meant] = nearest(text, known);
  return meant === undefined ? `${message} ${l10n.t('Write one of {0}.', listed(known))}` : asking(message, meant);
}

function asking(message: string, meant: string | undefined): string {
  return meant === undefined ? message : `${message} ${l10n.t('Did you mean `{0}`?', meant)}`;
}
