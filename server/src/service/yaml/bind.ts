import type { SyntaxProblem } from './parse.ts';
import { isMerge, type MapNode, type Pair, type ScalarNode, type YamlNode } from './tree.ts';

/**
 * Binds the aliases of a tree to their anchors, and finds what kubectl refuses although the syntax is right: aliases that
 * lead nowhere, into themselves or to too much, keys and values that JSON does not have, merges of what is no map.
 * Source: go.yaml.in/yaml/v2, decode.go, and sigs.k8s.io/yaml.
 */
export function bind(root: YamlNode): SyntaxProblem[] {
  const binder = new Binder();
  binder.visit(root);
  if (binder.hasAliases && isExcessive(root))
    binder.report('too-many-aliases', 'document contains excessive aliasing', root);
  return binder.problems;
}

class Binder {
  readonly problems: SyntaxProblem[] = [];
  hasAliases = false;
  private readonly anchors = new Map<string, YamlNode>();
  /** The nodes around the one that is visited. */
  private readonly open = new Set<YamlNode>();

  report(code: SyntaxProblem['code'], message: string, { start, end }: { start: number; end: number }): void {
    this.problems.push({ code, message, start, end });
  }

  visit(node: YamlNode): void {
    if (node.anchor !== undefined) this.anchors.set(node.anchor, node);
    if (node.kind === 'alias') {
      this.alias(node);
    } else if (node.kind === 'scalar') {
      if (node.value.type === 'unsupported') this.unsupported(node, node.value.problem);
    } else {
      this.open.add(node);
      if (node.kind === 'seq') for (const item of node.items) this.visit(item);
      else for (const pair of node.pairs) this.pair(pair);
      this.open.delete(node);
    }
  }

  private alias(node: Extract<YamlNode, { kind: 'alias' }>): void {
    this.hasAliases = true;
    const target = this.anchors.get(node.name);
    if (!target) this.report('unknown-anchor', `unknown anchor '${node.name}' referenced`, node);
    else if (this.open.has(target)) this.report('alias-loop', `anchor '${node.name}' value contains itself`, node);
    else node.target = target;
  }

  private unsupported(node: ScalarNode, problem: 'not-json' | 'bad-tag'): void {
    const message =
      problem === 'not-json' ? `json: unsupported value: ${node.text}` : `cannot decode ${node.text} as a ${node.tag}`;
    this.report(problem, message, node);
  }

  /** A key may be any scalar but null and a number of more than 63 bits; `.inf` is a text there. */
  private key(key: ScalarNode): void {
    const { value } = key;
    if (key.anchor !== undefined) this.anchors.set(key.anchor, key);
    if (value.type === 'null' || (value.type === 'number' && value.notation === 'unsigned')) {
      this.report('bad-key', 'unsupported map key', key);
    } else if (value.type === 'unsupported' && value.problem === 'bad-tag') {
      this.unsupported(key, 'bad-tag');
    }
  }

  private oddKey(pair: Pair, node: YamlNode): void {
    this.visit(node);
    const named = node.kind === 'alias' ? node.target : undefined;
    if (named?.kind === 'scalar') pair.key = { ...named, parent: pair, start: node.start, end: node.end };
    else this.report('bad-key', 'invalid map key', node);
  }

  private pair(pair: Pair): void {
    const { key, value, oddKey } = pair;
    if (oddKey) this.oddKey(pair, oddKey);
    else this.key(key);
    this.visit(value);
    if (isMerge(pair) && !isMergeable(value)) {
      this.report(
        'bad-merge',
        'map merge requires map or sequence of maps as the value',
        value.end > value.start ? value : key,
      );
    }
  }
}

function isMergeable(value: YamlNode): boolean {
  const isMap = (node: YamlNode) =>
    node.kind === 'alias' ? node.target?.kind === 'map' || !node.target : node.kind === 'map';
  return value.kind === 'seq' ? value.items.every(isMap) : isMap(value);
}

/** Whether so much of a document comes from aliases that the library takes it for an attack. */
function isExcessive(root: YamlNode): boolean {
  let decoded = 1;
  let aliased = 0;
  let depth = 0;
  const count = (node: YamlNode): boolean => {
    decoded++;
    if (depth > 0) aliased++;
    if (aliased > 100 && decoded > 1000 && aliased / decoded > allowedRatio(decoded)) return true;
    if (node.kind === 'alias') {
      depth++;
      const found = node.target !== undefined && count(node.target);
      depth--;
      return found;
    }
    if (node.kind === 'seq') return node.items.some(count);
    return node.kind === 'map' && countPairs(node);
  };
  const countPairs = (map: MapNode) =>
    map.pairs.some((pair) => {
      if (!isMerge(pair)) return count(pair.key) || count(pair.value);
      return pair.value.kind === 'seq' ? pair.value.items.some(count) : count(pair.value);
    });
  return count(root);
}

/** allowedAliasRatio of decode.go: from 99 % of 400,000 nodes down to 10 % of 4,000,000. */
function allowedRatio(decoded: number): number {
  const [low, high] = [400_000, 4_000_000];
  return 0.99 - (0.89 * (Math.min(Math.max(decoded, low), high) - low)) / (high - low);
}
