import * as l10n from '@vscode/l10n';
import { nearest } from '../../model/index.ts';
import { containersIn } from '../containers/containers.ts';
import { defineRule, suggestion } from '../rule.ts';
import { appArmorOfContainer, type ProfileAnnotation, profileAnnotationsOf } from './profiles.ts';

interface Data {
  annotation: ProfileAnnotation;
  names: readonly string[];
}

/** ValidateAppArmorPodAnnotations */
export default defineRule<Data>({
  code: 'app-armor-container-not-found',
  severity: 'error',
  whole: true,
  check({ objects }, report) {
    for (const spec of objects.of('core/v1.PodSpec')) {
      const names = containersIn(spec).map((container) => container.string('name') ?? '');
      for (const annotation of profileAnnotationsOf(spec)) {
        const { kind, container = '', pair, path } = annotation;
        if (kind !== 'AppArmor' || names.includes(container)) continue;
        report({
          node: pair.key,
          path,
          message: l10n.t(
            'The pod has no container `{0}`, so the API server refuses this AppArmor profile. Change the name, or remove the annotation.',
            container,
          ),
          server: [`Invalid value: ${JSON.stringify(container)}: container not found`],
          data: { annotation, names },
        });
      }
    }
  },
  fix({ data: { annotation, names } }, editor) {
    const { pair, container = '' } = annotation;
    const taken = pair.parent.pairs.map(({ key }) => key.text);
    const near = nearest(container, names).filter((name) => !taken.includes(appArmorOfContainer + name));
    return [
      ...near.map((name) =>
        suggestion(l10n.t('Change to {0}', name), editor.renameKey(pair, appArmorOfContainer + name)),
      ),
      suggestion(l10n.t('Remove the annotation'), editor.removePair(pair)),
    ];
  },
});
