import { describe, expect, it } from 'vitest';
import { codes, expectMarked, find, fixed, podWith } from '../helpers/manifests.ts';

const code = 'reference-undefined';
const env = 'env: [{name: DB_HOST, value: a}, {name: DB_PORT, value: "5432"}]\n';
const severities = (text: string) => find(text).map(({ problem }) => problem.severity);

it('finds names that are not in env', () => {
  expectMarked(podWith(`${env}args: ["--db=«${code}|$(DB_HOTS)»:$(DB_PORT)"]`));
  expectMarked(podWith(`${env}command: [sh, -c, "ping «${code}|$(DB_HOTS)»"]`));
  expectMarked(podWith(`env: [{name: A, value: "«${code}|$(PATH)»:/opt"}]`));
  expectMarked(podWith(`livenessProbe: {exec: {command: [ping, «${code}|$(NODE_IP)»]}}`));
});

it('warns where a name is nearly there or comes from the image; anything else may be filled in before', () => {
  expect(severities(podWith(`${env}args: [$(DB_HOTS)]`))).toEqual(['warning']);
  expect(severities(podWith('args: [$(HOSTNAME)]'))).toEqual(['warning']);
  expect(severities(podWith('args: [$(WORDPRESS)]'))).toEqual(['information']);
  expect(severities(podWith('env: [{name: TOKEN, value: $(TOKEN)}]'))).toEqual(['information']);
});

describe('is silent', () => {
  it.each([
    ['on what is there', `${env}args: [$(DB_HOST)]`],
    ['on what is kept from being replaced', `${env}args: [$$(DB_HOTS)]`],
    ['where envFrom may bring it', `${env}args: [$(DB_HOTS)]\nenvFrom: [{configMapRef: {name: a}}]`],
    ['on commands of a shell', `${env}command: [sh, -c, "echo $(date) $(hostname -f) $(X)"]`],
    [
      'on variables of services',
      'args: [$(KUBERNETES_SERVICE_HOST), $(DB_PORT_5432_TCP_ADDR), $(A_SERVICE_PORT_HTTP)]',
    ],
    ['in hooks', 'lifecycle: {preStop: {exec: {command: [touch, $(NODE_IP)]}}}'],
    ['on references of other tools', 'args: [$(params.name), $(context.run)]'],
  ])('%s', (_, lines) => {
    expect(codes(podWith(lines))).not.toContain(code);
  });

  it('in the patch of a container', () => {
    expect(codes(podWith('args: [$(X)]').replace(/image:.*/, 'tty: true'))).not.toContain(code);
  });

  it('where env is misspelled', () => {
    expect(codes(podWith('envs: [{name: A, value: a}]\nargs: [$(A)]'))).toEqual(['unknown-field']);
  });
});

it('takes the name that is nearest, of a variable only one above', () => {
  const text = podWith(`${env}args: ["--db=$(DB_HOTS)"]`);
  expect(fixed(text, code)).toBe(text.replace('DB_HOTS', 'DB_HOST'));
  const above = podWith('env: [{name: A_URL, value: $(HOTS)}, {name: HOST, value: a}]');
  expect(severities(above)).toEqual(['information']);
});
