import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/service/rules/index.ts';
import { podSecurityLevels } from '../../server/src/service/rules/rule.ts';
import { codes, find, fixed } from '../helpers/manifests.ts';

const folder = new URL('../../docs/rules/', import.meta.url);

/** The YAML block below a heading of a page. */
function example(page: string, heading: string): string | undefined {
  return new RegExp(`^## ${heading}\\n[^#]*?^\`\`\`yaml\\n(.*?)^\`\`\``, 'ms').exec(page)?.[1];
}

describe.each(rules.map((rule) => ({ rule, code: rule.code })))('the page of $code', ({ rule, code }) => {
  const file = new URL(`${code}.md`, folder);
  const page = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const wrong = example(page, 'Wrong') ?? '';
  const right = example(page, 'Right') ?? '';
  const minor = Number(/Kubernetes 1\.(\d+) selected/.exec(page)?.[1] ?? 37);
  const podSecurity = podSecurityLevels.find((level) => page.includes(`\`podSecurity: ${level}\` selected`)) ?? 'off';
  const settings = { minor, podSecurity };

  it('names the code and the severity', () => {
    expect(page.split('\n')[0]).toBe(`# ${code}`);
    expect(page.split('\n')[2]).toMatch(
      new RegExp(`^\\*\\*${rule.severity}\\*\\*, ${rule.fix ? 'with a fix' : 'no fix: \\w.*'}`),
    );
  });

  it('shows a manifest with the problem', () => {
    expect(codes(wrong, settings)).toContain(code);
  });

  it('shows the same manifest without it', () => {
    expect(right).not.toBe('');
    expect(
      find(right, settings).filter(({ problem }) => problem.code === code || problem.severity === 'error'),
    ).toEqual([]);
    if (rule.fix) expect(fixed(wrong, code, 0, settings)).toBe(right);
  });
});

it('there is no page without a rule', () => {
  const pages = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');
  expect(pages.map((name) => name.slice(0, -3)).sort()).toEqual(rules.map(({ code }) => code).sort());
});
