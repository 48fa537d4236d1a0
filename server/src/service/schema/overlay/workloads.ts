import type { Overlay } from './limits.ts';

// what is no pointer in Go is there, be it written or not
const there = { default: {} };

export const workloads: Overlay = {
  'core/v1.Pod': { metadata: there, spec: there },
  'core/v1.PodTemplate': { metadata: there, template: there },
  'core/v1.PodTemplateSpec': { metadata: there, spec: there },
};
