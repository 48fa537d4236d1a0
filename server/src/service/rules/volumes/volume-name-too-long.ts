import * as l10n from '@vscode/l10n';
import { byteLength } from '../../schema/formats/format.ts';
import { dnsLabel, dnsSubdomain } from '../../schema/formats/index.ts';
import type { ApiObject } from '../../schema/object.ts';
import { defineRule } from '../rule.ts';

const longestIscsi = 64;
const iscsiWords =
  'Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if iscsi.initiatorName is specified.';

/** validateVolumeSource: names that are put together from the name of the volume and another. */
export default defineRule({
  code: 'volume-name-too-long',
  severity: 'error',
  check({ objects, workload }, report) {
    for (const volume of objects.of('core/v1.Volume')) {
      const name = volume.string('name') ?? '';
      const found = iscsiProblem(volume, name) ?? claimProblem(volume, name, workload.name ?? '');
      if (!found) continue;
      const server = [`Invalid value: ${JSON.stringify(name)}: ${found.server}`];
      report({ node: volume.valueOf('name'), path: volume.at('name'), message: found.message, server });
    }
  },
});

interface Found {
  message: string;
  server: string;
}

function iscsiProblem(volume: ApiObject, name: string): Found | undefined {
  const iscsi = volume.object('iscsi');
  const portal = iscsi?.string('targetPortal') ?? '';
  const length = byteLength(`${name}:${portal}`);
  if (!iscsi?.has('initiatorName') || length <= longestIscsi) return undefined;
  const message = l10n.t(
    'With `initiatorName`, the name of the volume, a `:` and `targetPortal` may have at most {0} characters together, but have {1}: the API server refuses it. Shorten the name.',
    longestIscsi,
    length,
  );
  return { message, server: iscsiWords };
}

/** The claim of an ephemeral volume is named after the pod and the volume; the names of pods of a template are not known. */
function claimProblem(volume: ApiObject, name: string, pod: string): Found | undefined {
  const isClaim = volume.members()[0] === 'ephemeral' && volume.root.type === 'core/v1.Pod';
  if (!isClaim || !name || !pod || dnsLabel.problems(name).length > 0) return undefined;
  const claim = `${pod}-${name}`;
  if (dnsSubdomain.problems(pod).length > 0 || claim.length <= 253) return undefined;
  const message = l10n.t(
    'The claim of this volume gets the name of the pod and the volume, `{0}`, which is {1} characters too long: the API server refuses it. Shorten the name of the volume or of the pod.',
    claim,
    claim.length - 253,
  );
  return { message, server: `PVC name ${JSON.stringify(claim)}: ${dnsSubdomain.problems(claim).join(', ')}` };
}
