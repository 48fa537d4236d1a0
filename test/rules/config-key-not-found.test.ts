import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parseManifest } from '../../server/src/service/features/manifest.ts';
import { Workspace } from '../../server/src/service/features/workspace.ts';
import { codes, expectMarked, fixed, fixTitles, lines, podWith } from '../helpers/manifests.ts';

const code = 'config-key-not-found';
const config = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: app}\ndata: {host: db, port: "80"}\n';
const secret = 'apiVersion: v1\nkind: Secret\nmetadata: {name: app}\nstringData: {password: a}\ndata: {user: Yg==}\n';
const all = `${config}---\n${secret}---\n`;

const variable = (key: string, kind = 'configMap', more = '') =>
  podWith(`env: [{name: A, valueFrom: {${kind}KeyRef: {name: app, key: ${key}${more}}}}]`);
const volume = (source: string) =>
  podWith('volumeMounts: [{name: v, mountPath: /v}]', `volumes: [{name: v, ${source}}]`);

describe(code, () => {
  it.each([
    ['a variable', variable(`«${code}|hots»`)],
    ['a variable from a Secret', variable(`«${code}|host»`, 'secret')],
    ['files of a ConfigMap', volume(`configMap: {name: app, items: [{key: «${code}|a.conf», path: a.conf}]}`)],
    ['files of a Secret', volume(`secret: {secretName: app, items: [{key: «${code}|key», path: key}]}`)],
    [
      'projected files',
      volume(`projected: {sources: [{secret: {name: app, items: [{key: «${code}|key», path: key}]}}]}`),
    ],
  ])('is found in %s', (_, text) => expectMarked(all + text));

  it.each([
    ['there is the key', all + variable('port')],
    ['there is the key in a Secret', all + variable('user', 'secret') + variable('password', 'secret')],
    ['it may be missing', all + variable('hots', 'configMap', ', optional: true')],
    ['all files may be missing', all + volume('configMap: {name: app, optional: true, items: [{key: a, path: a}]}')],
    ['nothing is known of the ConfigMap', variable('hots')],
    ['it is another one', `${config.replace('name: app', 'name: other')}---\n${variable('hots')}`],
    [
      'it is of another namespace',
      `${config.replace('name: app', 'name: app, namespace: a')}---\n${variable('hots').replace('name: app', 'name: app\n  namespace: b')}`,
    ],
    [
      'its data is filled in by others',
      `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: app}\n---\n${variable('hots')}`,
    ],
    [
      'Kubernetes puts more into it',
      `${secret.replace('kind', 'type: kubernetes.io/service-account-token\nkind')}---\n${variable('token', 'secret')}`,
    ],
    ['a key is read in another way', `${config.replace('port', 'y')}---\n${variable('"true"')}`],
    ['it cannot be read to its end', `${config.replace('db', '"db')}---\n${variable('hots')}`],
    [
      'another document of that name has the key',
      `${config}---\n${config.replace('host: db', 'hots: db')}---\n${variable('hots')}`,
    ],
  ])('is silent where %s', (_, text) => expect(codes(text)).not.toContain(code));

  it('says what would happen', () => {
    expect(lines(all + variable('hots'))).toEqual([
      'warning config-key-not-found spec.containers[0].env[0].valueFrom.configMapKeyRef.key: ConfigMap `app` has no key `hots`, so the container does not start: CreateContainerConfigError, "couldn\'t find key hots in ConfigMap …". Did you mean `host`?',
    ]);
  });

  it('takes the key that is meant, or goes without', () => {
    const text = all + variable('hots');
    expect(fixTitles(text, code)).toEqual(['Change to host', 'Add optional: true']);
    expect(fixed(text, code)).toBe(all + variable('host'));
    expect(fixed(text, code, 1)).toBe(all + variable('hots', 'configMap', ', optional: true'));
  });

  describe('in other files', () => {
    /** What is found in a pod of `/shop/`, beside which there is a ConfigMap in another file. */
    const found = (...files: [uri: string, text: string][]) => {
      const workspace = new Workspace();
      for (const [uri, text] of files) workspace.set(parseManifest(TextDocument.create(uri, 'yaml', 1, text)));
      return codes(variable('hots'), { workspace: () => workspace });
    };

    it.each([
      ['beside it', [['file:///config.yaml', config]], [code]],
      ['somewhere else', [['file:///other/config.yaml', config]], []],
      [
        'beside it, and there is an overlay with the key',
        [
          ['file:///config.yaml', config],
          ['file:///other/patch.yaml', config.replace('host', 'hots')],
        ],
        [],
      ],
      ['as a template', [['file:///config.yaml', config.replace('db', '{{ .Values.host }}')]], []],
    ] as const)('is told where the ConfigMap is %s', (_, files, expected) => {
      expect(found(...files.map(([uri, text]): [string, string] => [uri, text]))).toEqual(expected);
    });

    it('are known as they are now', () => {
      const workspace = new Workspace();
      const foundWith = (uri: string, text: string) => {
        workspace.set(parseManifest(TextDocument.create(uri, 'yaml', 1, text)));
        return codes(variable('hots'), { workspace: () => workspace });
      };
      expect(foundWith('file:///config.yaml', config)).toEqual([code]);
      expect(foundWith('file:///other/config.yaml', config.replace('host', 'hots'))).toEqual([]);
      expect(foundWith('file:///other/config.yaml', config)).toEqual([code]);
      workspace.delete('file:///config.yaml');
      expect(codes(variable('hots'), { workspace: () => workspace })).toEqual([]);
    });

    it('is not told where Kustomize adds keys', () => {
      const generator = (name: string) =>
        `configMapGenerator: [{name: ${name}, behavior: merge, literals: [hots=a]}]\n`;
      const uri = 'file:///overlays/kustomization.yaml';
      expect(found(['file:///config.yaml', config], [uri, generator('app')])).toEqual([]);
      expect(found(['file:///config.yaml', config], [uri, generator('other')])).toEqual([code]);
    });

    it('are known to have changed', () => {
      const workspace = new Workspace();
      const versions = [config, `# more\n${config}`, config.replace('host', 'hots'), variable('a')].map((text) => {
        workspace.set(parseManifest(TextDocument.create('file:///a.yaml', 'yaml', 1, text)));
        return workspace.othersVersion;
      });
      expect(versions).toEqual([1, 1, 2, 3]);
    });
  });
});
