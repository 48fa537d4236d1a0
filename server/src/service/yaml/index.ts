export { Chunk, noPodTemplates, type PlacedChunk, type PodTemplates, splitChunks } from './chunks.ts';
export { lazy, once } from './once.ts';
export type { SyntaxProblem } from './parse.ts';
export { canBePlain, readScalar, type ScalarStyle, type ScalarValue } from './scalars.ts';
export * from './tree.ts';
export * from './write.ts';
