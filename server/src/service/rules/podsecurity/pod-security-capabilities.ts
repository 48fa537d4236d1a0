import * as l10n from '@vscode/l10n';
import type { Editor } from '../../fixes/index.ts';
import type { ApiObject } from '../../schema/object.ts';
import { type Fix, type Report, suggestion } from '../rule.ts';
import { type CheckedPod, defineControl, type Item, itemsOf, placeOf, setter } from './control.ts';
import { removeItemFixes } from './fixes.ts';

type Data =
  | { kind: 'drop'; container: ApiObject; written: Item | undefined }
  /** `meant` is the capability as it has to be written, `wrong` what else may not be added. */
  | { kind: 'add'; item: Item; meant: string | undefined; wrong: readonly Item[] };

const addedByRuntimes = [
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
];

/** capabilitiesBaseline_1_0, and capabilitiesRestricted_1_25, which takes its place. */
export default defineControl<Data>({
  code: 'pod-security-capabilities',
  level: 'baseline',
  check(pod, report) {
    const isRestricted = pod.level === 'restricted';
    if (isRestricted && pod.isWindows) return;
    for (const container of pod.containers) {
      if (isRestricted) checkDropped(pod, container, report);
      checkAdded(pod, container, report);
    }
  },
  fix({ data }, editor) {
    if (data.kind === 'drop') return dropAll(data.container, data.written, editor);
    const { item, meant, wrong } = data;
    const change = meant ? [suggestion(l10n.t('Change to {0}', meant), editor.replaceNode(item.node, meant))] : [];
    return [...change, ...removeItemFixes(item, wrong, editor)];
  },
});

function checkDropped(pod: CheckedPod, container: ApiObject, report: (report: Report<Data>) => void): void {
  const dropped = itemsOf(capabilitiesOf(container), 'drop');
  if (dropped.some(({ text }) => text === 'ALL')) return;
  if (pod.isMistaken(container, 'securityContext', 'capabilities', 'drop')) return;
  const written = dropped.find(({ text }) => text.toUpperCase() === 'ALL');
  report({
    ...(written ?? placeOf(container, 'securityContext', 'capabilities', 'drop')),
    message: written
      ? l10n.t(
          '`{0}` is not `ALL` to Pod Security: a namespace that enforces `restricted` refuses such a pod. Write `ALL`.',
          written.text,
        )
      : l10n.t(
          'The container keeps the default capabilities of its runtime: a namespace that enforces `restricted` refuses such a pod. Drop `ALL`.',
        ),
    server: [`unrestricted capabilities (${setter(container)} must set securityContext.capabilities.drop=["ALL"])`],
    data: { kind: 'drop', container, written },
  });
}

function checkAdded({ level }: CheckedPod, container: ApiObject, report: (report: Report<Data>) => void): void {
  const [reason, allowed] =
    level === 'restricted'
      ? ['unrestricted capabilities', ['NET_BIND_SERVICE']]
      : ['non-default capabilities', addedByRuntimes];
  const wrong = itemsOf(capabilitiesOf(container), 'add').filter(({ text }) => !allowed.includes(text));
  for (const item of wrong) {
    const { text, node, path } = item;
    const plain = text.trim().toUpperCase().replace(/^CAP_/, '');
    const meant = allowed.includes(plain) ? plain : undefined;
    report({
      node,
      path,
      message: messageOf(text, meant, level),
      server: [`${reason} (${setter(container)} must not include "${text}" in securityContext.capabilities.add)`],
      data: { kind: 'add', item, meant, wrong },
    });
  }
}

function messageOf(text: string, meant: string | undefined, level: string): string {
  if (meant) {
    return l10n.t(
      '`{0}` is not `{1}` to Pod Security: a namespace that enforces `{2}` refuses such a pod. Write `{1}`.',
      text,
      meant,
      level,
    );
  }
  return level === 'restricted'
    ? l10n.t(
        'A namespace that enforces `restricted` refuses a pod that adds the capability `{0}`: it allows only `NET_BIND_SERVICE`. Remove it.',
        text,
      )
    : l10n.t(
        'The capability `{0}` is not one of those that containers have by default: a namespace that enforces `baseline` refuses such a pod. Remove it.',
        text,
      );
}

function capabilitiesOf(container: ApiObject): ApiObject | undefined {
  return container.object('securityContext')?.object('capabilities');
}

function dropAll(container: ApiObject, written: Item | undefined, editor: Editor): Fix[] {
  if (written) return [suggestion(l10n.t('Change to {0}', 'ALL'), editor.replaceNode(written.node, 'ALL'))];
  const capabilities = capabilitiesOf(container)?.node;
  if (!container.node) return [];
  const edits = capabilities
    ? editor.appendTo(capabilities, 'drop', 'ALL')
    : editor.setAt(container.node, ['securityContext', 'capabilities', 'drop'], ['ALL']);
  return [suggestion(l10n.t('Drop all capabilities'), edits)];
}
