import { describe, expect, it } from 'vitest';
import { codes, expectMarked, find, fixed, fixTitles, podWith, saved } from '../helpers/manifests.ts';

const paths = (text: string) => find(text).map(({ problem }) => problem.path);

describe('probe-success-threshold', () => {
  it('finds any number but 1 where the first success counts', () => {
    expectMarked(podWith('livenessProbe: {tcpSocket: {port: 80}, successThreshold: «probe-success-threshold|2»}'));
    expectMarked(podWith('startupProbe: {tcpSocket: {port: 80}, successThreshold: «probe-success-threshold|-1»}'));
    expect(codes(podWith('livenessProbe: {tcpSocket: {port: 80}, successThreshold: 0}'))).toEqual([]);
    expect(codes(podWith('readinessProbe: {tcpSocket: {port: 80}, successThreshold: 2}'))).toEqual([]);
  });

  it('writes 1 on save', () => {
    const text = podWith('livenessProbe:\n  tcpSocket: {port: 80}\n  successThreshold: 2 # two');
    expect(saved(text)).toBe(text.replace('2 # two', '1 # two'));
    expect(fixed(text, 'probe-success-threshold', 'Remove successThreshold')).not.toContain('successThreshold');
  });

  it('tells the path and both of the server’s errors', () => {
    const [found] = find(podWith('livenessProbe: {tcpSocket: {port: 80}, successThreshold: -1}'));
    expect(found?.problem.path).toBe('spec.containers[0].livenessProbe.successThreshold');
    expect(found?.problem.server).toEqual([
      'Invalid value: -1: must be greater than or equal to 0',
      'Invalid value: -1: must be 1',
    ]);
  });
});

it('readiness-grace-period finds a grace period of a readinessProbe, and removes it', () => {
  const text = podWith(
    'readinessProbe: {tcpSocket: {port: 80}, «readiness-grace-period|terminationGracePeriodSeconds»: 0}',
  );
  expectMarked(text);
  expect(
    fixed(podWith('readinessProbe: {grpc: {port: 80}, terminationGracePeriodSeconds: 5}'), 'readiness-grace-period'),
  ).toContain('readinessProbe: {grpc: {port: 80}}');
  expect(codes(podWith('readinessProbe: {grpc: {port: 80}, terminationGracePeriodSeconds: ~}'))).toEqual([]);
});

describe('sleep-too-long', () => {
  const hook = (seconds: string) => `lifecycle: {preStop: {sleep: {seconds: ${seconds}}}}`;

  it('compares with the grace period of the pod, or 30', () => {
    expectMarked(podWith(hook('«sleep-too-long|31»')));
    expectMarked(podWith(hook('«sleep-too-long|6»'), 'terminationGracePeriodSeconds: 5'));
    expectMarked(podWith(hook('«sleep-too-long|-1»')));
    expect(codes(podWith(hook('30')))).toEqual([]);
    expect(codes(podWith(hook('60'), 'terminationGracePeriodSeconds: 60'))).toEqual([]);
    expect(codes(podWith('lifecycle: {postStart: {sleep: {}}}'))).toEqual([]);
  });

  it('takes 0 from 1.33 on', () => {
    expectMarked(podWith(hook('«sleep-too-long|0»')), { minor: 32 });
    expectMarked(podWith('lifecycle: {postStart: {«sleep-too-long|sleep»: {}}}'), { minor: 30 });
    expect(codes(podWith(hook('0')), { minor: 33 })).toEqual([]);
  });

  it('takes a negative grace period of a Pod as 1, of a template as it is', () => {
    const pod = podWith(hook('1'), 'terminationGracePeriodSeconds: -5');
    expect(codes(pod)).not.toContain('sleep-too-long');
    const spec = pod.slice(pod.indexOf('spec:')).replace(/^/gm, '  ').trimEnd();
    expect(codes(`apiVersion: v1\nkind: PodTemplate\nmetadata: {name: app}\ntemplate:\n${spec}\n`)).toContain(
      'sleep-too-long',
    );
  });

  it('names the hook, and says what the server says in each version', () => {
    const words = (minor: number) =>
      find(podWith(hook('60')), { minor }).map(({ problem: { path, server } }) => `${path}: ${server?.[0]}`);
    const path = 'spec.containers[0].lifecycle.preStop.sleep: Invalid value: 60:';
    expect(words(37)).toEqual([`${path} must be non-negative and less than terminationGracePeriodSeconds (30)`]);
    expect(words(32)[0]).toMatch(/must be greater than 0 .* Enable AllowPodLifecycleSleepActionZeroValue/);
    expect(words(30)).toEqual([`${path} must be greater than 0 and less than terminationGracePeriodSeconds (30)`]);
  });

  it('offers more time, or a shorter sleep', () => {
    const text = podWith(hook('60'), 'terminationGracePeriodSeconds: 10 # short');
    expect(fixTitles(text, 'sleep-too-long')).toEqual(['Change terminationGracePeriodSeconds to 90', 'Change to 10']);
    expect(fixed(text, 'sleep-too-long')).toBe(text.replace(': 10 #', ': 90 #'));
    expect(fixed(text, 'sleep-too-long', 1)).toBe(text.replace('60', '10'));
    expect(fixTitles(podWith(hook('-5')), 'sleep-too-long')).toEqual(['Change to 5']);
    expect(fixTitles(podWith(hook('0')), 'sleep-too-long', { minor: 31 })).toEqual(['Change to 1']);
  });
});

describe('port-number-in-quotes', () => {
  it('finds a number that is a name', () => {
    expectMarked(podWith('livenessProbe: {httpGet: {port: «port-number-in-quotes|"8080"»}}'));
    expectMarked(podWith("lifecycle: {preStop: {tcpSocket: {port: «port-number-in-quotes|'80'»}}}"));
    expect(codes(podWith('livenessProbe: {httpGet: {port: "0"}}'))).toEqual(['port-name-invalid']);
    expect(paths(podWith('livenessProbe: {httpGet: {port: "80"}}'))).toEqual([
      'spec.containers[0].livenessProbe.httpGet.port',
    ]);
  });

  it('removes the quotes on save', () => {
    expect(saved(podWith('livenessProbe:\n  httpGet:\n    port: "80" # web'))).toContain('port: 80 # web');
    const json =
      '{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"}, "spec": {"containers": [{"name": "a", "image": "a:1", "livenessProbe": {"tcpSocket": {"port": "80"}}}]}}';
    expect(fixed(json, 'port-number-in-quotes')).toBe(json.replace('"80"', '80'));
  });
});
