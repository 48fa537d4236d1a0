import type { RuleContext } from './rule.ts';
import { allClaims, allVolumes } from './volumes/names.ts';

/**
 * Tells whether the API server refuses a wrong field when the workload is applied. What of a StatefulSet it can decode it
 * does not look at as a whole: what is wrong there fails later (ValidateStatefulSetSpec). Of a custom resource all it has to
 * be is YAML: the pods that are made of its template are refused later.
 */
export function refusals(context: RuleContext): (path: string) => boolean {
  const { workload, minor, undecoded } = context;
  if (workload.template) return (path) => path === '';
  if (workload.likelyKind !== 'StatefulSet') return () => true;
  const isSeen = minor >= 34 ? seenSince34(context) : isSeenBefore34;
  return (path) => undecoded.has(path) || isSeen(path);
}

const validatedInTemplate = ['spec.template.spec.restartPolicy', 'spec.template.spec.activeDeadlineSeconds'];

/** Neither the pod spec nor the claims, but for two fields. */
function isSeenBefore34(path: string): boolean {
  return !/^spec\.(?:template\.spec(?:\.|$)|volumeClaimTemplates\[)/.test(path) || validatedInTemplate.includes(path);
}

/** All but the metadata of claims, of which the name counts, and volumes whose place a claim takes. */
function seenSince34({ objects }: RuleContext): (path: string) => boolean {
  const claims = new Set(allClaims(objects).map(({ name }) => name));
  const replaced = allVolumes(objects).filter(({ name }) => claims.has(name));
  return (path) =>
    !replaced.some(({ object }) => path.startsWith(`${object.path}.`)) &&
    (!path.startsWith('spec.volumeClaimTemplates[') || /\]\.(?:spec|metadata\.name$)/.test(path));
}
