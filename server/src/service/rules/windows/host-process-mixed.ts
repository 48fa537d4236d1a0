import * as l10n from '@vscode/l10n';
import type { ChunkEdit, Editor } from '../../fixes/index.ts';
import type { ApiObject } from '../../schema/object.ts';
import type { MapNode } from '../../yaml/index.ts';
import { removeFix } from '../fields.ts';
import { defineRule, type Report, suggestion } from '../rule.ts';
import { type HostProcess, hostProcessesOf, windowsOptionsOf } from './windows.ts';

interface Data {
  spec: ApiObject;
  /** The container's options that say something else than the pod's. */
  options?: ApiObject;
}

/** validateWindowsHostProcessPod */
export default defineRule<Data>({
  code: 'host-process-mixed',
  severity: 'error',
  check({ objects }, report) {
    for (const spec of objects.of('core/v1.PodSpec')) {
      const containers = hostProcessesOf(spec);
      const meant = windowsOptionsOf(spec)?.boolean('hostProcess');
      const reports = meant === undefined ? mixed(spec, containers) : contradictions(spec, containers, meant);
      for (const each of reports) report(each);
    }
  },
  fix({ data: { spec, options } }, editor) {
    const pair = options?.pair('hostProcess');
    if (pair) return removeFix(pair, editor);
    if (!spec.node || spec.object('os')?.string('name') === 'linux') return [];
    return [suggestion(l10n.t('Set hostProcess for the pod'), hostProcessForAll(spec, spec.node, editor))];
  },
});

/** Containers that say something else than the pod; that they are mixed then follows. */
function contradictions(spec: ApiObject, containers: HostProcess[], meant: boolean): Report<Data>[] {
  return containers.flatMap(({ container, isHost }) => {
    const options = windowsOptionsOf(container);
    if (!options || isHost === meant) return [];
    return {
      node: options.valueOf('hostProcess'),
      path: options.at('hostProcess'),
      message: l10n.t(
        '`hostProcess` is {0} for this container but {1} for the pod: the API server refuses a pod in which they differ. Remove this one.',
        String(isHost),
        String(meant),
      ),
      server: [`Invalid value: ${isHost}: pod hostProcess value must be identical if both are specified, was ${meant}`],
      related: [
        { node: windowsOptionsOf(spec)?.valueOf('hostProcess') ?? spec.start, message: l10n.t('That of the pod') },
      ],
      data: { spec, options },
    };
  });
}

/** Some containers are, some are not, and the pod says nothing. */
function mixed(spec: ApiObject, containers: HostProcess[]): Report<Data>[] {
  const other = containers.find(({ isHost }) => !isHost);
  const node = containers.find(({ isHost }) => isHost)?.node;
  if (!other || !node) return [];
  return [
    {
      node: other.node ?? other.container.start,
      path: spec.path,
      message: l10n.t(
        'This container is not a HostProcess container, but another one is: the API server requires all containers of a pod to be, or none. Set `hostProcess` for the pod.',
      ),
      server: [
        'Invalid value: "": If pod contains any hostProcess containers then all containers must be HostProcess containers',
      ],
      related: [{ node, message: l10n.t('This one is') }],
      data: { spec },
    },
  ];
}

/** Says it for the pod, and of every container that says the contrary. */
function hostProcessForAll(spec: ApiObject, node: MapNode, editor: Editor): ChunkEdit[] {
  const others = hostProcessesOf(spec).flatMap(({ container, isHost }) =>
    isHost ? [] : (windowsOptionsOf(container)?.pair('hostProcess') ?? []),
  );
  return [
    ...editor.setAt(node, ['securityContext', 'windowsOptions', 'hostProcess'], true),
    ...others.flatMap(({ value }) => editor.replaceNode(value, true)),
  ];
}
