import type { ApiObject } from '../../schema/object.ts';
import { once } from '../../yaml/index.ts';
import { containersIn } from '../containers/containers.ts';

/** A port of a container as the API server compares it with the others of the pod. */
export interface PodPort {
  port: ApiObject;
  container: ApiObject;
  /** 0 where none is written. */
  containerPort: number;
  /** 0 where none is opened on the node. */
  hostPort: number;
  hostIp: string;
  protocol: string;
}

/** The ports of all containers of a pod, in the order of VisitContainersWithPath. */
export const portsOf = once((spec: ApiObject): readonly PodPort[] => {
  return containersIn(spec).flatMap((container) =>
    container.objects('ports').flatMap((port) => {
      const containerPort = port.integer('containerPort') ?? 0;
      const [hostIp, protocol] = [port.string('hostIP'), port.string('protocol')];
      if (hostIp === undefined || protocol === undefined) return [];
      return [
        { port, container, containerPort, hostPort: hostPortOf(port, spec), hostIp, protocol: protocol || 'TCP' },
      ];
    }),
  );
});

/** defaultHostNetworkPorts fills the port in for pods, but not for templates. */
function hostPortOf(port: ApiObject, spec: ApiObject): number {
  const isOfNode = spec.parent?.type === 'core/v1.Pod' && spec.boolean('hostNetwork') === true;
  return port.integer('hostPort') || (isOfNode ? port.integer('containerPort') : 0) || 0;
}
