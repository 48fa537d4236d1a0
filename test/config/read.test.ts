import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Config, readConfig, withConfig } from '../../server/src/service/config/index.ts';
import { defaultSettings } from '../../server/src/service/features/problems.ts';

function read(text: string) {
  return readConfig(TextDocument.create('file:///.podsmith.yaml', 'yaml', 1, text));
}

const config = (text: string) => read(text).config;
const messages = (text: string) => read(text).diagnostics.map(({ message }) => message);

/** The text with what is wrong in it marked, as `«config-unknown-key|rulez»`. */
function marked(text: string): string {
  const document = TextDocument.create('', 'yaml', 1, text);
  return read(text)
    .diagnostics.map(({ code, range }) => ({
      code,
      start: document.offsetAt(range.start),
      end: document.offsetAt(range.end),
    }))
    .sort((a, b) => b.start - a.start)
    .reduce(
      (left, { code, start, end }) => `${left.slice(0, start)}«${code}|${left.slice(start, end)}»${left.slice(end)}`,
      text,
    );
}

const all = `# how manifests are checked
kubernetesVersion: "1.34"
podSecurity: restricted
rules:
  volume-unused: off
  "host-port-conflict": error
podTemplates:
  argoproj.io/v1alpha1 Rollout: spec.template
`;

describe('what a .podsmith.yaml sets', () => {
  it.each<[string, string, Config]>([
    [
      'everything',
      all,
      {
        minor: 34,
        podSecurity: 'restricted',
        rules: { 'volume-unused': 'off', 'host-port-conflict': 'error' },
        podTemplates: { 'argoproj.io/v1alpha1 Rollout': 'spec.template' },
      },
    ],
    ['nothing in an empty file', '', {}],
    ['nothing in a file of comments', '# nothing\n---\n# here\n', {}],
    ['nothing where nothing is written yet', 'kubernetesVersion:\nrules:\npodTemplates: ~\n', {}],
    ['a version that YAML takes for a number', 'kubernetesVersion: 1.30', { minor: 30 }],
    ['the latest version', 'kubernetesVersion: latest', { minor: 37 }],
    [
      'off, which YAML takes for false',
      'podSecurity: off\nrules: {volume-unused: off}',
      { podSecurity: 'off', rules: { 'volume-unused': 'off' } },
    ],
    ['JSON', '{"kubernetesVersion": "1.31"}', { minor: 31 }],
    [
      'what an alias stands for',
      'rules: {volume-unused: &a hint, host-port-conflict: *a}',
      { rules: { 'volume-unused': 'hint', 'host-port-conflict': 'hint' } },
    ],
    [
      'a path of one field',
      'podTemplates: {example.com/v1 Seed: template}',
      { podTemplates: { 'example.com/v1 Seed': 'template' } },
    ],
    ['a document behind its marker', '---\nkubernetesVersion: 1.35\n', { minor: 35 }],
  ])('%s', (_what, text, expected) => expect(read(text)).toEqual({ config: expected, diagnostics: [] }));
});

describe('what is wrong', () => {
  it.each([
    ['an unknown key', '«config-unknown-key|kubernetes-version»: 1.34'],
    ['an unknown key without a value', '«config-unknown-key|rulez»:'],
    ['a name that objects have', '«config-unknown-key|constructor»: a'],
    ['a key twice', '«config-duplicate-key|podSecurity»: baseline\npodSecurity: restricted'],
    ['a rule twice', 'rules:\n  «config-duplicate-key|volume-unused»: off\n  volume-unused: hint'],
    ['no map', '«config-wrong-type|kubernetesVersion»'],
    ['a list', '«config-wrong-type|- kubernetesVersion: 1.34»'],
    ['a list for a version', 'kubernetesVersion: «config-wrong-type|[1.34]»'],
    ['a map for a level', 'podSecurity: «config-wrong-type|{enforce: baseline}»'],
    ['a text for rules', 'rules: «config-wrong-type|off»'],
    ['a list of rules', 'rules:\n  «config-wrong-type|- volume-unused»'],
    ['a list of templates', 'podTemplates: «config-wrong-type|[a]»'],
    ['an object for a severity', 'rules: {volume-unused: «config-wrong-type|{severity: off}»}'],
    ['a version that is not known', 'kubernetesVersion: «config-unknown-version|"1.29"»'],
    ['a number that is no version', 'kubernetesVersion: «config-unknown-version|1.3»'],
    ['a level that is not known', 'podSecurity: «config-unknown-level|privileged»'],
    ['a rule that is not known', 'rules: {«config-unknown-rule|volume-unusd»: off}'],
    ['a severity that is not known', 'rules: {volume-unused: «config-unknown-severity|false»}'],
    ['a kind without a version', 'podTemplates: {«config-wrong-kind|Rollout»: spec.template}'],
    ['a kind in the wrong order', 'podTemplates: {«config-wrong-kind|Rollout argoproj.io/v1alpha1»: spec.template}'],
    ['a kind of Kubernetes', 'podTemplates: {«config-wrong-kind|apps/v1 Deployment»: spec.template}'],
    ['a kind of the core', 'podTemplates: {«config-wrong-kind|v1 Pod»: spec.template}'],
    ['a path with a dot in front', 'podTemplates: {example.com/v1 Farm: «config-wrong-path|.spec.template»}'],
    ['a path into a list', 'podTemplates: {example.com/v1 Farm: «config-wrong-path|"spec.jobs[0].template"»}'],
    ['an empty path', 'podTemplates: {example.com/v1 Farm: «config-wrong-path|""»}'],
    ['the path of a pod spec', 'podTemplates: {example.com/v1 Farm: «config-wrong-path|spec.template.spec»}'],
    ['a list of paths', 'podTemplates: {example.com/v1 Farm: «config-wrong-type|[spec.template]»}'],
    ['a second document', 'podSecurity: off\n«config-second-document|---»\npodSecurity: baseline'],
    ['YAML that cannot be read', 'kubernetesVersion: 1.34\nrules: «config-yaml-syntax|[»'],
    ['an unknown anchor', 'kubernetesVersion: «config-yaml-syntax|*a»'],
  ])('%s', (_what, expected) => {
    const text = expected.replace(/«[\w-]+\|([^»]*)»/g, '$1');
    expect(marked(text)).toBe(expected);
  });

  it('is left out, and the rest counts', () => {
    const broken = all
      .replace('"1.34"', '"1.29"')
      .replace('volume-unused', 'volume-unusd')
      .replace('podTemplates:', 'podTemplates:\n  v1 Pod: spec');
    expect(read(broken).diagnostics).toHaveLength(3);
    expect(config(broken)).toEqual({
      podSecurity: 'restricted',
      rules: { 'host-port-conflict': 'error' },
      podTemplates: { 'argoproj.io/v1alpha1 Rollout': 'spec.template' },
    });
    expect(config('podSecurity: baseline\npodSecurity: restricted')).toEqual({ podSecurity: 'restricted' });
  });

  it('does not count from where the YAML is broken', () => {
    const broken =
      'podSecurity: baseline\nrules:\n  volume-unused: off\n  image-whitespace: b: c\nkubernetesVersion: 1.20\n';
    expect(config(broken)).toEqual({ podSecurity: 'baseline', rules: { 'volume-unused': 'off' } });
    expect(read(broken).diagnostics.map(({ code }) => code)).toEqual(['config-yaml-syntax']);
  });

  it.each([
    ['rulez: {}', 'There is no key `rulez`. Did you mean `rules`?'],
    [
      'exclude: []',
      'There is no key `exclude`. Write one of `kubernetesVersion`, `podSecurity`, `rules`, `podTemplates`.',
    ],
    ['kubernetesVersion: 1.29', '`1.29` is not known: latest or 1.30 to 1.37.'],
    ['kubernetesVersion: 1.3', '`1.3` is not known: latest or 1.30 to 1.37. Did you mean `1.30`?'],
    ['kubernetesVersion: v1.34.2', '`v1.34.2` is not known: latest or 1.30 to 1.37. Did you mean `1.34`?'],
    ['kubernetesVersion: lastest', '`lastest` is not known: latest or 1.30 to 1.37. Did you mean `latest`?'],
    ['rules: {volume-unusd: off}', 'There is no rule `volume-unusd`. Did you mean `volume-unused`?'],
    ['rules: {best-practices: off}', 'There is no rule `best-practices`.'],
    [
      'rules: {volume-unused: warn}',
      '`warn` is no severity: write one of `error`, `warning`, `information`, `hint`, `off`.',
    ],
    ['podSecurity: [baseline]', '`podSecurity` takes one value, but this is a list.'],
  ])('is told of %s', (text, message) => expect(messages(text)).toEqual([message]));

  it('is an error with a page', () => {
    expect(read('a: 1').diagnostics).toMatchObject([
      {
        source: 'podsmith',
        severity: 1,
        codeDescription: { href: expect.stringMatching(/docs\/configuration\.md#errors$/) },
      },
    ]);
  });
});

it('whatever is typed is read, and what is wrong can be seen', () => {
  const texts = [...all].flatMap((_, at) => [all.slice(0, at), all.slice(0, at) + all.slice(at + 1)]);
  for (const text of [...texts, '{{ .Values }}', 'a: &a\n  <<: *a\n', '? [a]\n: b\n', '\u0000']) {
    const document = TextDocument.create('', 'yaml', 1, text);
    for (const { range, code } of read(text).diagnostics)
      expect([text, code, document.getText(range)]).not.toContain('');
  }
});

it('a .podsmith.yaml goes over other settings, rule by rule', () => {
  const editor = { ...defaultSettings, minor: 32, podSecurity: 'baseline', inlayHints: true } as const;
  const rules = { 'volume-unused': 'off', 'image-whitespace': 'hint' } as const;
  expect(withConfig({ ...editor, rules }, config(all))).toEqual({
    minor: 34,
    podSecurity: 'restricted',
    rules: { 'volume-unused': 'off', 'image-whitespace': 'hint', 'host-port-conflict': 'error' },
    podTemplates: { 'argoproj.io/v1alpha1 Rollout': 'spec.template' },
    inlayHints: true,
  });
  expect(withConfig({ ...editor, rules }, {})).toEqual({ ...editor, rules });
});
