import { describe, expect, it } from 'vitest';
import { codes, expectMarked } from '../helpers/manifests.ts';

const code = 'waits-for-own-service';

const service = (spec = '', selector = '{app: web}') =>
  `apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {selector: ${selector}, ports: [{port: 80}]${spec}}\n---\n`;
const workload = (condition: string, kind = 'Deployment', metadata = 'name: web') => `apiVersion: apps/v1
kind: ${kind}
metadata: {${metadata}}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web, tier: front}}
    spec:
      initContainers:
        - name: wait
          image: example.com/tools
          command: [sh, -c, "until ${condition}; do sleep 1; done"]
      containers: [{name: web, image: "nginx:1.27"}]
`;
const isFound = (text: string) => codes(text).includes(code);

describe(code, () => {
  it.each([
    `nc -z «${code}|web» 80`,
    `wget -qO- «${code}|http://web/health»`,
    `curl -sf «${code}|web:80»`,
    `psql -U app -h «${code}|web» -l`,
  ])('is found in %s', (condition) => expectMarked(service() + workload(condition)));

  it('is found where the container fails after a time', () => {
    const text = service() + workload('nc -z web 80').replace('sleep 1', 'sleep 1; [ $SECONDS -lt 60 ] || exit 1');
    expect(isFound(text)).toBe(true);
  });

  it('knows the namespace', () => {
    const inShop = (host: string) =>
      isFound(
        service().replace('name: web', 'name: web, namespace: shop') +
          workload(`nc -z ${host} 80`, 'Deployment', 'name: web, namespace: shop'),
      );
    expect(['web', 'web.shop', 'web.shop.svc.cluster.local', 'web.other'].map(inShop)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it.each([
    ['another Service', service() + workload('nc -z db 80')],
    ['a Service that is not known', workload('nc -z web 80')],
    ['a Service for other pods', service('', '{app: api}') + workload('nc -z web 80')],
    [
      'a Service that others answer for as well',
      `${service()}${workload('nc -z web 80')}---\napiVersion: v1\nkind: Pod\nmetadata: {name: b, labels: {app: web}}\nspec: {containers: [{name: a, image: b}]}\n`,
    ],
    ['a Service that sends to all pods', service(', publishNotReadyAddresses: true') + workload('nc -z web 80')],
    ['a Service by its name alone', service() + workload('host web')],
    ['a database of its name', service() + workload('pg_isready -h db -U web -d web')],
    [
      'a limited time',
      service() + workload('nc -z web 80').replace('sleep 1', 'sleep 1; [ $SECONDS -lt 60 ] || break'),
    ],
    ['a file of its name', service() + workload('curl -fo web http://db/')],
    ['the pods before it', service() + workload('nc -z web 80', 'StatefulSet')],
  ])('is silent on a wait for %s', (_, text) => expect(isFound(text)).toBe(false));

  it('is silent on a call that does not wait', () => {
    expect(isFound(service() + workload('true').replace('until true; do sleep 1; done', 'curl web || true'))).toBe(
      false,
    );
  });
});
