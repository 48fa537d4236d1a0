import * as vscode from 'vscode';

const { Indent, None } = vscode.IndentAction;

/**
 * Where the next line of YAML starts. VS Code's own rules for it are not in force: they need `editor.autoIndent: full`, and
 * it sets `advanced` for YAML.
 */
export function indentNewLines(): vscode.Disposable {
  return vscode.languages.setLanguageConfiguration('yaml', {
    onEnterRules: [
      // the object that is the value of the first key in an item: `- env:`
      { beforeText: /^\s*- +[^\s#][^#]*:\s*(?:#.*)?$/, action: { indentAction: Indent, appendText: '  ' } },
      // the next key in an item: `- name: app`
      { beforeText: /^\s*- +[\w./-]+: +[^\s|>]/, action: { indentAction: None, appendText: '  ' } },
      // an object or a list: `spec:`
      { beforeText: /^\s*[^\s#-][^#]*:\s*(?:#.*)?$/, action: { indentAction: Indent } },
      // a text of several lines: `- |`, `data: |-`
      { beforeText: /(?:^\s*-|:) +[|>][-+\d]*\s*(?:#.*)?$/, action: { indentAction: Indent } },
    ],
  });
}
