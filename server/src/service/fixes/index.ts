export * from './editor.ts';
export { columnOf, styleOf } from './style.ts';
