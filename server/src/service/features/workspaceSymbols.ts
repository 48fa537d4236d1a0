import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import type { Workspace, WorkspaceObject } from './workspace.ts';

/** More than anybody reads; the editor asks again with every letter. */
const most = 1000;

/**
 * The workloads with their containers, ConfigMaps, Secrets, claims and service accounts of all files.
 * @param query the letters that a name must hold, in this order, in upper or lower case; all match where it is empty
 */
export function workspaceSymbols(workspace: Workspace, query: string): WorkspaceSymbol[] {
  const letters = [...query.toLowerCase().replace(/\s/g, '')];
  const found = workspace.documents().flatMap(symbolsOf);
  return found.filter(({ name }) => holds(name.toLowerCase(), letters)).slice(0, most);
}

function symbolsOf({ uri, kind, name, namespace, nameRange, containers }: WorkspaceObject): WorkspaceSymbol[] {
  const title = [kind, name].filter(Boolean).join(' ');
  const symbol: WorkspaceSymbol = {
    name: title,
    kind: containers.length > 0 ? SymbolKind.Class : SymbolKind.Object,
    location: { uri, range: nameRange },
    ...(namespace && { containerName: namespace }),
  };
  const inner = containers.map((container) => ({
    name: container.name,
    kind: SymbolKind.Module,
    location: { uri, range: container.range },
    containerName: title,
  }));
  return [symbol, ...inner];
}

/** Whether letters stand in a text in their order, others in between or not. */
function holds(text: string, letters: readonly string[]): boolean {
  let at = -1;
  return letters.every((letter) => {
    at = text.indexOf(letter, at + 1);
    return at >= 0;
  });
}
