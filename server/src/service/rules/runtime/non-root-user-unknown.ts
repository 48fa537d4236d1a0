import * as l10n from '@vscode/l10n';
import {
  type Container,
  containersOf,
  imageName,
  imageUser,
  isWindows,
  keyOrStart,
  writtenUser,
} from '../../model/index.ts';
import { pairOf, type Span, valueAt } from '../../yaml/index.ts';
import { defineRule, type Fix, suggestion } from '../rule.ts';

interface Data {
  container: Container;
  uid: number;
}

/** verifyRunAsNonRoot of the kubelet (pkg/kubelet/kuberuntime/security_context_others.go). */
export default defineRule<Data>({
  code: 'non-root-user-unknown',
  severity: 'warning',
  whole: true,
  check({ pod }, report) {
    if (!pod || isWindows(pod)) return;
    const told = new Set<Span>();
    for (const container of containersOf(pod)) {
      if ([container.node, pod.node].some((owner) => valueAt(owner, 'securityContext', 'windowsOptions'))) continue;
      const { runAsUser, runAsNonRoot } = writtenUser(container);
      const { name, uid = 1000 } = imageUser(container.image) ?? {};
      if (!runAsNonRoot || (runAsUser !== undefined && runAsUser !== 0)) continue;
      if (runAsUser === undefined && name === undefined) continue;
      const place = placeOf(container, runAsUser);
      // the pod's user is told of once
      if (told.has(place.node)) continue;
      told.add(place.node);
      report({
        ...place,
        message: runAsUser === 0 ? conflict() : explain(container, name ?? '', uid),
        data: { container, uid },
      });
    }
  },
  fix({ data: { container, uid } }, editor): Fix[] {
    const { node, pod } = container;
    const user = [node, pod.node].flatMap((owner) => pairOf(valueAt(owner, 'securityContext'), 'runAsUser') ?? [])[0];
    if (user) return [suggestion(l10n.t('Change to {0}', uid), editor.replaceNode(user.value, uid))];
    return [
      suggestion(l10n.t('Add {0}: {1}', 'runAsUser', uid), editor.setAt(node, ['securityContext', 'runAsUser'], uid)),
    ];
  },
});

function placeOf({ node, path, pod }: Container, runAsUser: number | undefined) {
  const own = valueAt(node, 'securityContext', 'runAsUser');
  const user = own ?? valueAt(pod.node, 'securityContext', 'runAsUser');
  if (runAsUser === 0 && user) return { node: user, path: `${own ? path : pod.path}.securityContext.runAsUser` };
  return { node: valueAt(node, 'image') ?? keyOrStart(node, 'image'), path: `${path}.securityContext.runAsUser` };
}

function conflict(): string {
  return l10n.t(
    'User 0 is root, which `runAsNonRoot: true` forbids: the container does not start (`CreateContainerConfigError`, "container\'s runAsUser breaks non-root policy"). Choose another user, or remove `runAsNonRoot`.',
  );
}

function explain({ image }: Container, name: string, uid: number): string {
  return name === 'root'
    ? l10n.t(
        '`{0}` runs as root, which `runAsNonRoot: true` forbids: the container does not start (`CreateContainerConfigError`, "container has runAsNonRoot and image will run as root"). Add `runAsUser`, or use an image that runs without root.',
        imageName(image) ?? '',
      )
    : l10n.t(
        '`{0}` gives its user by name, `{1}`, so the kubelet cannot check `runAsNonRoot: true`: the container does not start (`CreateContainerConfigError`, "image has non-numeric user"). Add `runAsUser: {2}`.',
        imageName(image) ?? '',
        name,
        uid,
      );
}
