export * from './command.ts';
export * from './expand.ts';
export * from './pod.ts';
export * from './workload.ts';
