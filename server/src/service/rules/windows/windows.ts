import type { ApiObject } from '../../schema/object.ts';
import type { Span } from '../../yaml/index.ts';
import { containersIn } from '../containers/containers.ts';

/** Whether a pod says that it is for Windows. */
export function isForWindows(spec: ApiObject): boolean {
  return spec.object('os')?.string('name') === 'windows';
}

/** The pod's own, or a container's, Windows options. */
export function windowsOptionsOf(owner: ApiObject): ApiObject | undefined {
  return owner.object('securityContext')?.object('windowsOptions');
}

/** A container, and whether it is a HostProcess container, by itself or as all of the pod's are. */
export interface HostProcess {
  container: ApiObject;
  isHost: boolean;
  /** Where that is said; undefined where it is said nowhere. */
  node: Span | undefined;
}

/** validateWindowsHostProcessPod */
export function hostProcessesOf(spec: ApiObject): HostProcess[] {
  return containersIn(spec).map((container) => {
    const options = [container, spec].map(windowsOptionsOf).find((each) => each?.boolean('hostProcess') !== undefined);
    return { container, isHost: options?.boolean('hostProcess') === true, node: options?.valueOf('hostProcess') };
  });
}
