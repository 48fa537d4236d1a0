import * as l10n from '@vscode/l10n';
import { byteLength } from '../../schema/formats/format.ts';
import { dnsLabel, dnsSubdomain } from '../../schema/formats/index.ts';
import type { ApiObject } from '../../schema/object.ts';
import { changeFix } from '../fields.ts';
import { defineRule, type Report } from '../rule.ts';

interface Data {
  metadata: ApiObject;
  field: string;
  name: string;
  /** Bytes that the name may have, and whether it may have dots. */
  most: number;
  isLabel: boolean;
}

const longestOfCronJob = 52;
const longestLabel = 63;
/** What SimpleNameGenerator makes of `generateName`. */
const generated = { longest: 58, characters: 'xxxxx' };

/** ValidateCronJobCreate, validateNameAllowsCompletions, generateSelector */
export default defineRule<Data>({
  code: 'job-name-invalid',
  severity: 'error',
  check({ objects }, report) {
    for (const spec of objects.of('batch/v1.JobSpec')) {
      const metadata = spec.root.object('metadata');
      const name = metadata && nameOf(metadata);
      if (!metadata || !name || dnsSubdomain.problems(name).length > 0) continue;
      const found =
        spec.root.type === 'batch/v1.CronJob' ? checkCronJob(metadata, name) : checkJob(spec, metadata, name);
      if (found) report(found);
    }
  },
  fix({ data: { metadata, field, name, most, isLabel } }, editor) {
    const room = field === 'generateName' ? most - generated.characters.length : most;
    const plain = (isLabel ? name.replaceAll('.', '-') : name).slice(0, room);
    const mended = field === 'generateName' ? plain : plain.replace(/[^a-z0-9]+$/, '');
    if (mended === '') return [];
    return [changeFix(metadata, field, mended, editor)];
  },
});

function fieldOf(metadata: ApiObject): string {
  return metadata.isEmpty('name') ? 'generateName' : 'name';
}

function nameOf(metadata: ApiObject): string {
  const name = metadata.string('name') ?? '';
  const prefix = metadata.string('generateName') ?? '';
  return name || (prefix && prefix.slice(0, generated.longest) + generated.characters);
}

function checkCronJob(metadata: ApiObject, name: string): Report<Data> | undefined {
  if (byteLength(name) <= longestOfCronJob) return undefined;
  const server = `Invalid value: ${JSON.stringify(name)}: must be no more than ${longestOfCronJob} characters`;
  const message = l10n.t(
    'A CronJob adds 11 characters to its name for each Job, so the API server accepts at most {0} characters here, and this name has {1}. Shorten it.',
    longestOfCronJob,
    byteLength(name),
  );
  return problem(metadata, metadata.at('name'), message, server, { most: longestOfCronJob, isLabel: false });
}

function checkJob(spec: ApiObject, metadata: ApiObject, name: string): Report<Data> | undefined {
  const completions = spec.integer('completions') ?? 0;
  const suffix = `-${completions - 1}`;
  if (spec.string('completionMode') === 'Indexed' && completions > 0 && dnsLabel.problems(name + suffix).length > 0) {
    const most = longestLabel - suffix.length;
    const server = `Invalid value: ${JSON.stringify(name)}: will not able to create pod with invalid DNS label: ${name}${suffix}`;
    const message = l10n.t(
      'The pods of an indexed Job have hostnames such as `{0}`, so the API server accepts at most {1} lowercase letters, digits and `-` as its name, and no dots. Change it.',
      name + suffix,
      most,
    );
    return problem(metadata, metadata.at('name'), message, server, { most, isLabel: true });
  }
  if (byteLength(name) <= longestLabel || spec.boolean('manualSelector')) return undefined;
  const message = l10n.t(
    'The API server labels the pods of a Job with its name, and a label has at most {0} characters: it refuses this name, which has {1}. Shorten it.',
    longestLabel,
    byteLength(name),
  );
  const server = `Invalid value: ${JSON.stringify(name)}: must be no more than ${longestLabel} bytes`;
  return problem(metadata, `${spec.path}.template.labels`, message, server, { most: longestLabel, isLabel: false });
}

function problem(
  metadata: ApiObject,
  path: string,
  message: string,
  server: string,
  limits: Pick<Data, 'most' | 'isLabel'>,
): Report<Data> {
  const field = fieldOf(metadata);
  const data = { metadata, field, name: metadata.string(field) ?? '', ...limits };
  return { node: metadata.valueOf(field), path, message, server: [server], data };
}
