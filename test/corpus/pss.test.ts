import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { podSecurityLevels } from '../../server/src/service/rules/rule.ts';
import { newestMinor, oldestMinor } from '../../server/src/service/schema/index.ts';
import { codes, fixed } from '../helpers/manifests.ts';

/** The fixtures of k8s.io/pod-security-admission: `baseline/v1.30/fail/hostports0.yaml`. */
const folder = join(process.env.PODSMITH_CORPUS ?? '', 'pss');

interface Fixture {
  path: string;
  podSecurity: 'baseline' | 'restricted';
  minor: number;
  passes: boolean;
  /** The code of the control that the name says. */
  code: string | undefined;
}

const controls: Record<string, string> = {
  allowprivilegeescalation: 'allow-privilege-escalation',
  apparmorprofile: 'app-armor-profile',
  capabilities: 'capabilities',
  hostnamespaces: 'host-namespaces',
  hostpathvolumes: 'host-path-volumes',
  hostports: 'host-ports',
  hostprobesandhostlifecycle: 'host-probes-and-host-lifecycle',
  privileged: 'privileged',
  procmount: 'proc-mount',
  restrictedvolumes: 'restricted-volumes',
  runasnonroot: 'run-as-non-root',
  runasuser: 'run-as-user',
  seccompprofile: 'seccomp-profile',
  selinuxoptions: 'se-linux-options',
  sysctls: 'sysctls',
  windowshostprocess: 'windows-host-process',
};

function fixtures(): Fixture[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  return paths.sort().flatMap((path) => {
    const match = /^(baseline|restricted)\/v1\.(\d+)\/(pass|fail)\/([a-z]+).*\.yaml$/.exec(path);
    const podSecurity = podSecurityLevels.find((level) => level === match?.[1]);
    const minor = Number(match?.[2]);
    if (!podSecurity || podSecurity === 'off' || minor < oldestMinor || minor > newestMinor) return [];
    // the control of `restricted` takes the place of that of `baseline`
    const control = podSecurity === 'restricted' && match?.[4] === 'hostpathvolumes' ? 'restrictedvolumes' : match?.[4];
    const code = controls[control ?? ''];
    return [{ path, podSecurity, minor, passes: match?.[3] === 'pass', code: code && `pod-security-${code}` }];
  });
}

function named(fixtures: Fixture[]): [string, Fixture][] {
  return fixtures.map((fixture) => [fixture.path, fixture]);
}

function podSecurityCodes(text: string, { podSecurity, minor }: Fixture): string[] {
  return codes(text, { podSecurity, minor }).filter((code) => code.startsWith('pod-security-'));
}

describe.skipIf(!existsSync(folder))('the fixtures of Pod Security', () => {
  const all = existsSync(folder) ? fixtures() : [];

  it.each(named(all.filter(({ passes }) => passes)))('%s passes', (_path, fixture) => {
    expect(podSecurityCodes(readFileSync(join(folder, fixture.path), 'utf8'), fixture)).toEqual([]);
  });

  it.each(named(all.filter(({ passes }) => !passes)))('%s fails, and passes when it is mended', (_path, fixture) => {
    let text = readFileSync(join(folder, fixture.path), 'utf8');
    const found = podSecurityCodes(text, fixture);
    expect(found).toContain(fixture.code);
    for (let [code] = found, round = 0; code && round < 20; [code] = podSecurityCodes(text, fixture), round++) {
      text = fixed(text, code, 0, { podSecurity: fixture.podSecurity, minor: fixture.minor });
    }
    expect(podSecurityCodes(text, fixture)).toEqual([]);
  });
});
