import * as l10n from '@vscode/l10n';
import { profilePath, unpadded } from '../../schema/formats/index.ts';
import type { ApiObject } from '../../schema/object.ts';
import { removeFix } from '../fields.ts';
import { defineRule, type Fix, suggestion } from '../rule.ts';

/** validateSeccompProfileField, ValidateAppArmorProfileField */
export default defineRule<ApiObject>({
  code: 'localhost-profile-unused',
  severity: 'error',
  whole: true,
  check({ objects }, report) {
    for (const profile of objects.of('core/v1.SeccompProfile', 'core/v1.AppArmorProfile')) {
      if (!profile.has('localhostProfile') || !isRefused(profile)) continue;
      report({
        node: profile.keyOf('localhostProfile'),
        path: profile.at('localhostProfile'),
        message: l10n.t(
          '`localhostProfile` names a profile on the node, which only `type: Localhost` uses: the API server refuses it with another type. Change the type, or remove `localhostProfile`.',
        ),
        server: [wordsFor(profile)],
        related: profile.has('type') ? [{ node: profile.valueOf('type'), message: l10n.t('The type') }] : [],
        data: profile,
      });
    }
  },
  fix({ data: profile }, editor) {
    const fixes: Fix[] = [];
    const type = profile.pair('type');
    if (profile.node && isSound(profile)) {
      const edits = type
        ? editor.replaceNode(type.value, 'Localhost')
        : editor.prependPair(profile.node, 'type', 'Localhost');
      fixes.push(suggestion(l10n.t('Change the type to {0}', 'Localhost'), edits));
    }
    return [...fixes, ...removeFix(profile.pair('localhostProfile'), editor)];
  },
});

/** Of AppArmor the server says nothing where it does not know the type. */
function isRefused(profile: ApiObject): boolean {
  const type = profile.string('type');
  if (type === undefined || type.toLowerCase() === 'localhost') return false;
  return profile.type === 'core/v1.SeccompProfile' || type === 'RuntimeDefault' || type === 'Unconfined';
}

/** Whether the profile could be used as it is written. */
function isSound(profile: ApiObject): boolean {
  const text = profile.string('localhostProfile') ?? '';
  if (profile.type === 'core/v1.SeccompProfile') return profilePath.problems(text).length === 0;
  return text !== '' && unpadded.problems(text).length === 0;
}

function wordsFor(profile: ApiObject): string {
  const [Type, LocalhostProfile] = [profile.string('type'), profile.string('localhostProfile')];
  return profile.type === 'core/v1.SeccompProfile'
    ? `Invalid value: ${JSON.stringify({ Type, LocalhostProfile })}: can only be set when seccomp type is Localhost`
    : `Invalid value: ${JSON.stringify(LocalhostProfile)}: can only be set when AppArmor type is Localhost`;
}
