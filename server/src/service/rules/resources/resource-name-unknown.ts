import * as l10n from '@vscode/l10n';
import { nearest } from '../../model/index.ts';
import type { ApiObjects } from '../../schema/object.ts';
import { isResourceName, mayOvercommit, resourceNameProblems } from '../../schema/resourceNames.ts';
import type { Pair } from '../../yaml/index.ts';
import { removeFix } from '../fields.ts';
import { defineRule, type Fix, safe, suggestion } from '../rule.ts';
import { type Checked, checkedResources, type List } from './checked.ts';

interface Data {
  checked: Checked;
  list: List;
  pair: Pair;
  name: string;
}

const pods = ['cpu', 'memory', 'hugepages-2Mi', 'hugepages-1Gi'];
const containers = [...pods, 'ephemeral-storage'];

/** What people write for a resource, the likeliest first. */
const meant: Readonly<Record<string, readonly string[]>> = {
  mem: ['memory'],
  ram: ['memory'],
  vcpu: ['cpu'],
  cores: ['cpu'],
  storage: ['ephemeral-storage'],
  disk: ['ephemeral-storage'],
  'local-storage': ['ephemeral-storage'],
  gpu: ['nvidia.com/gpu', 'amd.com/gpu'],
  gpus: ['nvidia.com/gpu', 'amd.com/gpu'],
  nvidia: ['nvidia.com/gpu'],
  hugepages: ['hugepages-2Mi', 'hugepages-1Gi'],
};

/** ValidateContainerResourceName and validatePodResourceName. */
export default defineRule<Data>({
  code: 'resource-name-unknown',
  severity: 'error',
  check({ objects, minor }, report) {
    for (const data of namesIn(objects)) {
      const { checked, list, pair, name } = data;
      const server = resourceNameProblems(name, checked.of === 'pod', minor);
      if (server.length === 0) continue;
      report({
        node: pair.key,
        path: `${checked.path}.${list}[${name}]`,
        message: explain(checked, name),
        server,
        data,
      });
    }
  },
  fix({ data }, editor) {
    const { checked, pair, name } = data;
    const rename = (to: string, kind: typeof safe): Fix =>
      kind(
        l10n.t('Change to {0}', to),
        pairsToRename(data, to).flatMap((each) => editor.renameKey(each, to)),
      );
    const same = known(checked).find((each) => each.toLowerCase() === spelled(name));
    if (same && !isFree(same, data)) return [];
    if (same) return [rename(same, mayOvercommit(same) ? safe : suggestion)];
    const fixes = meantBy(name, checked)
      .filter((each) => isFree(each, data))
      .map((each) => rename(each, suggestion));
    const isForContainers = checked.of === 'pod' && isResourceName(name, false);
    return isForContainers ? removeFix(pair, editor) : fixes;
  },
});

function namesIn(objects: ApiObjects): Data[] {
  return checkedResources(objects).flatMap((checked) =>
    (['limits', 'requests'] as const).flatMap((list) =>
      [...checked[list].values()].flatMap(({ name, written }) =>
        written?.pair ? [{ checked, list, pair: written.pair, name }] : [],
      ),
    ),
  );
}

/** The limit has to have the name of the request where it has to equal it. */
function pairsToRename({ checked, pair, name }: Data, to: string): Pair[] {
  if (mayOvercommit(to)) return [pair];
  const pairs = [checked.limits, checked.requests].flatMap((list) => list.get(name)?.written?.pair ?? []);
  return [...new Set(pairs)];
}

function known({ of }: Checked): readonly string[] {
  return of === 'pod' ? pods : containers;
}

function spelled(name: string): string {
  return name.trim().toLowerCase();
}

/** Whether nothing else in the map has a name, or will have it once that is mended. */
function isFree(candidate: string, { checked, list, name }: Data): boolean {
  const others = [...checked[list].values()].filter((amount) => amount.written && amount.name !== name);
  return !others.some((other) => spelled(other.name) === candidate.toLowerCase());
}

/** The resources that a name may stand for, the likeliest first: `requests.cpu` -> `cpu`, `mem` -> `memory`. */
function meantBy(name: string, checked: Checked): string[] {
  const bare = spelled(name).replace(/^(?:requests|limits)\./, '');
  if (known(checked).includes(bare)) return [bare];
  const words = Object.hasOwn(meant, bare) ? meant[bare] : undefined;
  return (words ?? nearest(bare, known(checked))).filter((each) => isResourceName(each, checked.of === 'pod'));
}

function explain({ of }: Checked, name: string): string {
  return of === 'pod'
    ? l10n.t(
        '`{0}` cannot be set for a whole pod: the API server accepts `cpu`, `memory` and huge pages such as `hugepages-2Mi`. Change it, or set it for a container.',
        name,
      )
    : l10n.t(
        '`{0}` is not a resource that a container can have: the API server accepts `cpu`, `memory`, `ephemeral-storage`, huge pages such as `hugepages-2Mi`, and devices with a domain, such as `nvidia.com/gpu`. Change it.',
        name,
      );
}
