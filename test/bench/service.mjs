import { TextDocument } from 'vscode-languageserver-textdocument';
import { parseDocument } from 'yaml';
import { load } from '../../scripts/load.mjs';

const { createLanguageService, defaultSettings } = await load('server/src/service/index.ts');
const service = createLanguageService();
const workspace = service.createWorkspace();
const now = new Date();

/** Milliseconds of edits in the middle of a text, and of the bare parse of the edited document by the yaml package. */
export function measureEdit(text) {
  const file = editedFile(text);
  const edit = [];
  const parse = [];
  for (let count = 0; count < 200; count++) {
    file.edit();
    const edited = file.editedDocument();
    const inTurn = [
      () => edit.push(time(() => service.diagnose(file.parse(), defaultSettings))),
      () => parse.push(time(() => parseDocument(edited))),
    ];
    for (const measure of count % 2 ? inTurn : inTurn.reverse()) measure();
  }
  return { edit: edit.slice(20), parse: parse.slice(20) };
}

export const features = {
  hover: (manifest, position) => service.hover(manifest, position, defaultSettings, now),
  completion: (manifest, position) => service.complete(manifest, position, defaultSettings, () => workspace),
};

/** Milliseconds of a feature in the middle of every third word of a text: after an edit, which has to be parsed, and again. */
export function measureFeature(text, ask) {
  const file = editedFile(text);
  const words = [...text.matchAll(/\S+/g)].filter((_, index) => index % 3 === 0);
  const typing = [];
  const again = [];
  for (const { 0: word, index } of words) {
    file.edit();
    const position = file.positionAt(index + Math.ceil(word.length / 2));
    typing.push(time(() => ask(file.parse(), position)));
    again.push(time(() => ask(file.parsed(), position)));
  }
  return { typing: typing.slice(20), again: again.slice(20) };
}

/** A text in which the first letter of an image in the middle is changed, again and again. */
function editedFile(text) {
  const document = TextDocument.create('file:///a.yaml', 'yaml', 1, text);
  const at = text.indexOf('image: ', text.length / 2 - 300) + 'image: '.length;
  const start = text.lastIndexOf('\n---\n', at) + 1;
  const end = text.indexOf('\n---\n', at);
  let manifest = service.parse(document);
  service.diagnose(manifest, defaultSettings);
  return {
    edit() {
      const range = { start: document.positionAt(at), end: document.positionAt(at + 1) };
      const letter = String.fromCharCode(97 + (document.version % 26));
      TextDocument.update(document, [{ range, text: letter }], document.version + 1);
    },
    parse() {
      manifest = service.parse(document, manifest);
      return manifest;
    },
    parsed: () => manifest,
    editedDocument: () => document.getText().slice(start, end < 0 ? undefined : end + 1),
    positionAt: (offset) => document.positionAt(offset),
  };
}

function time(act) {
  const from = performance.now();
  act();
  return performance.now() - from;
}
