import { describe, expect, it } from 'vitest';
import { type Writable, writeFlow, type YamlStyle } from '../../server/src/service/yaml/index.ts';

const style: YamlStyle = { indent: 2, indentLists: true, quote: '"', eol: '\n' };

describe('a value on one line', () => {
  it.each<[Writable, string, string]>([
    [{ a: ['x', 1, null], b: {}, c: [] }, '{a: [x, 1, null], b: {}, c: []}', '{"a": ["x", 1, null], "b": {}, "c": []}'],
    ['CHECK=[ -f /x ] && { echo 1; }', '"CHECK=[ -f /x ] && { echo 1; }"', '"CHECK=[ -f /x ] && { echo 1; }"'],
    [['a\n  b', 'yes'], '["a\\n  b", "yes"]', '["a\\n  b", "yes"]'],
  ])('%j', (value, yaml, json) => {
    expect([writeFlow(value, style), writeFlow(value, style, true)]).toEqual([yaml, json]);
  });
});
