import * as l10n from '@vscode/l10n';
import { nearest } from '../../model/index.ts';
import { invalid } from '../../schema/serverWords.ts';
import { isNull } from '../../yaml/index.ts';
import { shown } from '../describe.ts';
import { defineRule, suggestion } from '../rule.ts';
import { type ProfileAnnotation, profileAnnotationsOf, profileProblems } from './profiles.ts';

const values = ['runtime/default', 'unconfined'];

/** ValidateSeccompPodAnnotations, ValidateAppArmorPodAnnotations */
export default defineRule<ProfileAnnotation>({
  code: 'profile-annotation-invalid',
  severity: 'error',
  check({ objects }, report) {
    for (const spec of objects.of('core/v1.PodSpec')) {
      for (const annotation of profileAnnotationsOf(spec)) {
        const problems = profileProblems(annotation);
        if (problems.length === 0) continue;
        const { kind, value, span, path, dotted } = annotation;
        report({
          node: span,
          path: kind === 'seccomp' ? dotted : path,
          message: l10n.t(
            '`{0}` is not a valid {1} profile: the API server accepts `runtime/default`, `unconfined`, or `localhost/` followed by a path without `..`. Change it, or use the field `{2}`.',
            shown(value),
            kind,
            kind === 'seccomp' ? 'seccompProfile' : 'appArmorProfile',
          ),
          server: invalid(value, problems),
          data: annotation,
        });
      }
    }
  },
  fix({ data: { value, pair } }, editor) {
    const near = isNull(pair.value) ? [] : nearest(value.trim(), values);
    return [
      ...near.map((each) => suggestion(l10n.t('Change to {0}', each), editor.replaceNode(pair.value, each))),
      suggestion(l10n.t('Remove the annotation'), editor.removePair(pair)),
    ];
  },
});
