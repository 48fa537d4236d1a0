import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readConfig } from '../../server/src/service/config/index.ts';
import { ruleSeverities } from '../../server/src/service/features/problems.ts';
import { rules } from '../../server/src/service/rules/index.ts';
import { podSecurityLevels } from '../../server/src/service/rules/rule.ts';

const { properties, definitions } = JSON.parse(
  readFileSync(new URL('../../schemas/podsmith.schema.json', import.meta.url), 'utf8'),
);

function isTaken(text: string): boolean {
  return readConfig(TextDocument.create('file:///.podsmith.yaml', 'yaml', 1, text)).diagnostics.length === 0;
}

/** The schema is for editors; what counts is what `readConfig` says. */
describe('the schema of .podsmith.yaml', () => {
  it('has the keys that are read', () => {
    for (const key of Object.keys(properties)) expect(isTaken(`${key}:`)).toBe(true);
    const [{ message } = { message: '' }] = readConfig(TextDocument.create('', 'yaml', 1, 'another: key')).diagnostics;
    expect(Object.keys(properties)).toEqual([...message.matchAll(/`(\w+)`/g)].map(([, key]) => key).slice(1));
  });

  it('has the codes of the rules, each with its severity', () => {
    const codes = rules.map(({ code, severity }) => [code, severity]);
    const known = Object.entries<{ default: string }>(properties.rules.properties);
    expect(known.map(([code, { default: severity }]) => [code, severity])).toEqual(codes.sort());
  });

  it('has the values that are read', () => {
    expect(definitions.severity.enum).toEqual(ruleSeverities);
    expect(properties.podSecurity.enum).toEqual(podSecurityLevels);
    expect(properties.podSecurity.enumDescriptions).toHaveLength(podSecurityLevels.length);
  });

  it('has the versions that are read, with quotes and without', () => {
    const [{ enum: versions }, number] = properties.kubernetesVersion.anyOf;
    for (let minor = 20; minor < 50; minor++) {
      const version = `1.${minor}`;
      const known = isTaken(`kubernetesVersion: "${version}"`);
      expect([version, versions.includes(version)]).toEqual([version, known]);
      const isInRange = Number(version) >= number.minimum && Number(version) <= number.maximum;
      expect([version, isInRange]).toEqual([version, known]);
    }
    expect(versions[0]).toBe('latest');
  });

  const [[kindPattern, { pattern: pathPattern }] = ['', { pattern: '' }]] = Object.entries<{ pattern: string }>(
    properties.podTemplates.patternProperties,
  );

  it.each([
    'argoproj.io/v1alpha1 Rollout',
    'apps.kruise.io/v1alpha1 CloneSet',
    'serving.knative.dev/v1 Service',
    'apps/v1 Deployment',
    'v1 Pod',
    'Rollout',
    'argoproj.io/v1alpha1/Rollout',
    'argoproj.io/v1alpha1  Rollout',
    'argoproj.io Rollout',
  ])('takes the kinds that are read: %s', (kind) => {
    expect(new RegExp(kindPattern).test(kind)).toBe(isTaken(`podTemplates: {"${kind}": spec.template}`));
  });

  it.each([
    'spec.template',
    'template',
    'spec.web-pods.template',
    'spec.template.spec',
    '.spec.template',
    'spec..template',
    'spec.jobs[0].template',
    'spec template',
    '',
  ])('takes the paths that are read: %s', (path) => {
    expect(new RegExp(pathPattern).test(path)).toBe(isTaken(`podTemplates: {example.com/v1 Farm: "${path}"}`));
  });
});

describe('docs/configuration.md', () => {
  const page = readFileSync(new URL('../../docs/configuration.md', import.meta.url), 'utf8');
  const source = readFileSync(new URL('../../server/src/service/config/read.ts', import.meta.url), 'utf8');

  it('lists the codes of errors', () => {
    const codes = (text: string, pattern: RegExp) => [...new Set(text.match(pattern))].sort();
    expect(codes(page, /(?<=^\| `)config-[\w-]+/gm)).toEqual(codes(source, /(?<=')config-[\w-]+(?=')/g));
  });

  it('describes the keys', () => {
    expect(page.match(/(?<=^### ).*/gm)).toEqual(Object.keys(properties));
  });

  it('shows a file that can be read', () => {
    expect(isTaken(/```yaml\n(.*?)```/s.exec(page)?.[1] ?? 'nothing')).toBe(true);
  });
});
