import { type Decoded, decode } from '../schema/decode.ts';
import { ApiObjects } from '../schema/object.ts';
import { once } from '../yaml/index.ts';
import { typeOfWorkload, type Workload } from './workload.ts';

/**
 * The walk over the schema; where the head of a workload is wrong only the pod spec has a type that is sure.
 * @param minor the Kubernetes version, 37 for 1.37
 */
export function decodedOf(workload: Workload, minor: number): Decoded {
  const known = decodings(workload);
  const decoded = known.get(minor) ?? decodeWorkload(workload, minor);
  known.set(minor, decoded);
  return decoded;
}

const decodings = once((_workload: Workload) => new Map<number, Decoded>());

function decodeWorkload(workload: Workload, minor: number): Decoded {
  const type = typeOfWorkload(workload);
  if (type) return decode(workload.root, type, minor);
  return workload.pod
    ? decode(workload.pod.node, 'core/v1.PodSpec', minor, workload.pod.path)
    : { findings: [], objects: new ApiObjects(), undecoded: new Set() };
}
