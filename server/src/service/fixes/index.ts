export { isShared, keepsAnchors, sharedNodes } from './anchors.ts';
export { apply, type ChunkEdit, difference } from './edit.ts';
export { Editor } from './editor.ts';
export { inFlow } from './flow.ts';
export { breakAt, columnOf, lineEnd, lineStart, linesOf, withComments } from './lines.ts';
export { moveItem } from './moves.ts';
export { styleOf } from './style.ts';
