import { type Decoded, decode } from '../schema/decode.ts';
import { ApiObject, ApiObjects } from '../schema/object.ts';
import { type MapNode, once } from '../yaml/index.ts';
import { type PodTemplate, typeOfWorkload, type Workload } from './workload.ts';

/**
 * The walk over the schema; of a custom resource only the pod template has a type that is known, and where the head of a
 * workload is wrong only the pod spec has one that is sure.
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
  if (workload.template) return decodeTemplate(workload.template, workload.root, minor);
  return workload.pod
    ? decode(workload.pod.node, 'core/v1.PodSpec', minor, workload.pod.path)
    : { findings: [], objects: new ApiObjects(), undecoded: new Set() };
}

/** The metadata of the template is not that of the manifest, so the template is not decoded as if it stood alone. */
function decodeTemplate({ node, path }: PodTemplate, root: MapNode, minor: number): Decoded {
  const resource = new ApiObject('', '', minor, root, root, undefined, '', true);
  return decode(node, 'core/v1.PodTemplateSpec', minor, path, resource);
}
