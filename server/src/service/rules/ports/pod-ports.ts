import type { ApiObject } from '../../schema/object.ts';
import { once } from '../../yaml/index.ts';

/** A port of a container as the API server compares it with the others of the pod. */
export interface PodPort {
  port: ApiObject;
  container: ApiObject;
  containerPort: number;
  /** 0 where none is opened on the node. */
  hostPort: number;
  hostIp: string;
  protocol: string;
}

/** The ports of all containers of a pod, in the order of VisitContainersWithPath. */
export const portsOf = once((spec: ApiObject): readonly PodPort[] => {
  const containers = ['initContainers', 'containers', 'ephemeralContainers'].flatMap((list) => spec.objects(list));
  return containers.flatMap((container) =>
    container.objects('ports').flatMap((port) => {
      const containerPort = port.integer('containerPort');
      const [hostIp, protocol] = [port.string('hostIP'), port.string('protocol')];
      if (containerPort === undefined || hostIp === undefined || protocol === undefined) return [];
      return [{ port, container, containerPort, hostPort: hostPortOf(port, spec), hostIp, protocol }];
    }),
  );
});

/** defaultHostNetworkPorts fills the port in for pods, but not for templates. */
function hostPortOf(port: ApiObject, spec: ApiObject): number {
  const isOfNode = spec.parent?.type === 'core/v1.Pod' && spec.boolean('hostNetwork') === true;
  return port.integer('hostPort') || (isOfNode ? port.integer('containerPort') : 0) || 0;
}

/** Whether a container runs only until the next starts, so that its ports are free again. */
export function isInit(container: ApiObject): boolean {
  return container.field === 'initContainers' && container.string('restartPolicy') !== 'Always';
}
