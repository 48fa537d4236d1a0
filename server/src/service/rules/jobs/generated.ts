import type { ApiObject } from '../../schema/object.ts';

/** Labels that the server gives to the pods of a Job (generateSelector): its uid and its name. */
export const uidLabels = ['controller-uid', 'batch.kubernetes.io/controller-uid'];
export const nameLabels = ['job-name', 'batch.kubernetes.io/job-name'];

/** The name of a Job; undefined where the server makes one up. */
export function jobName(root: ApiObject): string | undefined {
  return root.object('metadata')?.string('name') || undefined;
}
