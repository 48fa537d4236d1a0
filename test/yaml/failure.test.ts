import { describe, expect, it, vi } from 'vitest';
import { Chunk } from '../../server/src/service/yaml/index.ts';

const failure = vi.hoisted(() => ({ error: new Error() }));
vi.mock('../../server/src/service/yaml/bind.ts', () => ({
  bind: () => {
    throw failure.error;
  },
}));

describe('a failure while a document is read', () => {
  it('is nothing where the document is too deep', () => {
    failure.error = new RangeError('Maximum call stack size exceeded');
    expect(new Chunk('a: 1').root).toBeUndefined();
  });

  it('is told where it is a bug', () => {
    failure.error = new TypeError('no such node');
    expect(() => new Chunk('a: 1').root).toThrow('no such node');
  });
});
