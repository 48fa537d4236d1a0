export { TextDocument } from 'vscode-languageserver-textdocument';
export { createLanguageService, defaultSettings } from '../../server/src/service/index.ts';
export { compare, reasonOf } from './compare.ts';
export { mutate, parseManifests, randomOf, textOf } from './mutations.ts';
export { shrink } from './shrink.ts';
