import * as l10n from '@vscode/l10n';
import type { ApiObject } from '../../schema/object.ts';
import type { Pair, Writable } from '../../yaml/index.ts';
import { containersIn } from '../containers/containers.ts';
import { defineRule, suggestion } from '../rule.ts';
import { type Annotation, annotationsOf } from './annotations.ts';
import { inSecurityContext, profileOf, profileProblems, seccompOfContainer, seccompOfPod } from './profiles.ts';

interface Move {
  /** The pod spec or the container whose `securityContext` gets the field. */
  target: ApiObject;
  field: string;
  value: Writable;
}

interface Useless {
  /** Minor version from which on it does nothing. */
  since: number;
  /** The field that took its place. */
  field: string;
  /** Whether the API server says so; else it takes the annotation out in silence. */
  warns: boolean;
  move?: Move | undefined;
}

/** deprecatedAnnotations and warningsForPodSpecAndMeta, and DropInitContainerAnnotations. */
export default defineRule<{ pair: Pair; move: Move | undefined }>({
  code: 'annotation-without-effect',
  severity: 'warning',
  check({ objects }, report) {
    for (const spec of objects.of('core/v1.PodSpec')) {
      for (const annotation of annotationsOf(spec)) {
        const { key, pair, place } = annotation;
        const useless = uselessness(annotation, spec);
        if (!useless) continue;
        const { since, field, warns, move } = useless;
        report({
          node: pair.key,
          path: place,
          message: l10n.t(
            'The annotation `{0}` has had no effect since Kubernetes 1.{1}, so the pod runs without what it asks for. Use the field `{2}` instead.',
            key,
            since,
            field,
          ),
          server: warns ? [`non-functional in v1.${since}+; use the "${field}" field instead`] : [],
          data: { pair, move },
        });
      }
    }
  },
  fix({ data: { pair, move } }, editor) {
    const removed = editor.removePair(pair);
    const added = move && inSecurityContext(move.target, move.field, move.value, editor);
    const remove = suggestion(l10n.t('Remove the annotation'), removed);
    return move && added
      ? [suggestion(l10n.t('Move it to {0}', move.field), [...removed, ...added]), remove]
      : [remove];
  },
});

function uselessness({ key, value: text }: Annotation, spec: ApiObject): Useless | undefined {
  if (key === 'scheduler.alpha.kubernetes.io/critical-pod') {
    return { since: 16, field: 'priorityClassName', warns: true };
  }
  if (/^security\.alpha\.kubernetes\.io\/(?:unsafe-)?sysctls$/.test(key)) {
    return { since: 11, field: 'sysctls', warns: true, move: sysctls(text, spec) };
  }
  if (/^pod\.(?:alpha|beta)\.kubernetes\.io\/init-container(?:s|-statuses)$/.test(key)) {
    return { since: 8, field: 'initContainers', warns: false };
  }
  if (key === seccompOfPod) return seccomp(text, spec);
  if (!key.startsWith(seccompOfContainer)) return undefined;
  const name = key.slice(seccompOfContainer.length);
  const target = containersIn(spec).find((container) => container.string('name') === name);
  return target && seccomp(text, target);
}

function seccomp(text: string, target: ApiObject): Useless | undefined {
  const isRefused = profileProblems({ kind: 'seccomp', value: text }).length > 0;
  if (isRefused || target.object('securityContext')?.has('seccompProfile')) return undefined;
  const field = 'seccompProfile';
  // the name that Docker gave it
  const value = profileOf(text === 'docker/default' ? 'runtime/default' : text);
  return { since: 27, field, warns: true, move: value && { target, field, value } };
}

/** `net.core.somaxconn=1024,kernel.msgmax=65536` */
function sysctls(text: string, target: ApiObject): Move | undefined {
  const value = text.split(',').map((each) => {
    const [name = '', ...rest] = each.split('=');
    return { name: name.trim(), value: rest.join('=').trim() };
  });
  const isSound = value.every((each) => each.name !== '' && each.value !== '');
  return isSound ? { target, field: 'sysctls', value } : undefined;
}
