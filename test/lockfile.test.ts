import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Locked {
  optionalDependencies?: Record<string, string>;
}

/** A registry that serves only some platforms makes npm leave the others out, and then `npm ci` fails everywhere. */
it('names the packages of every platform in the lock file', () => {
  const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as {
    packages: Record<string, Locked>;
  };
  const locked = Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, ''));
  const wanted = Object.values(packages).flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies));
  expect(wanted.filter((name) => !locked.includes(name))).toEqual([]);
});
