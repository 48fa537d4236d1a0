import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openPage, serve, temporaryFolder } from '../test/vscode/host/embedded.mjs';
import { runScript } from '../test/vscode/host/lifetime.mjs';
import { extensionRoot } from '../test/vscode/host/paths.mjs';
import { run } from '../test/vscode/host/processes.mjs';
import { Workbench } from '../test/vscode/host/workbench.mjs';

// Takes the pictures of the README: docs/images/*.png

const sleeper = `apiVersion: v1
kind: Pod
metadata:
  name: sleeper
spec:
  containers:
    - name: sleeper
      image: busybox:1.36
      command: sleep 1000
`;
const greedy = `apiVersion: v1
kind: Pod
metadata:
  name: greedy
spec:
  containers:
    - name: greedy
      image: nginx:1.27
      resources:
        requests:
          memory: 2Gi
        limits:
          memory: 1Gi
`;
const slowStart = `apiVersion: v1
kind: Pod
metadata:
  name: shop
spec:
  containers:
    - name: shop
      image: nginx:1.27
      ports:
        - containerPort: 80
  initContainers:
    - name: wait-for-database
      image: busybox:1.36
      command: ["sh", "-c", "sleep 600"]
    - name: warm-up
      image: busybox:1.36
      command: ["sh", "-c", "sleep 1200"]
`;
const shop = `apiVersion: v1
kind: Pod
metadata:
  name: shop
spec:
  containers:
    - name: shop
      image: nginx:1.27
`;

const pictures = [
  {
    name: 'diagnostic',
    manifest: sleeper,
    height: 305,
    async pose(workbench) {
      await workbench.squiggle();
      await workbench.goTo(9, 20);
      await workbench.hover();
    },
  },
  {
    name: 'quick-fix',
    manifest: sleeper,
    height: 562,
    async pose(workbench) {
      await workbench.squiggle();
      await workbench.goTo(9, 20);
      await workbench.lightBulb();
    },
  },
  {
    name: 'api-server',
    manifest: greedy,
    height: 385,
    async pose(workbench) {
      await workbench.squiggle();
      await workbench.goTo(11, 20);
      await workbench.hover();
    },
  },
  {
    name: 'hover',
    settings: { 'editor.hover.above': true },
    manifest: slowStart,
    height: 370,
    async pose(workbench) {
      await workbench.goTo(11, 6);
      await workbench.hover();
    },
  },
  {
    name: 'add-container',
    manifest: shop,
    height: 515,
    async pose(workbench) {
      await workbench.goTo(7, 7);
      await workbench.lightBulb();
      await workbench.entry('log-shipping sidecar').click();
      await workbench.page.getByText('emptyDir').first().waitFor();
    },
  },
  {
    name: 'patterns',
    manifest: '',
    height: 330,
    async pose(workbench) {
      await workbench.suggest('k8s-');
      await workbench.suggestion('k8s-sidecar').waitFor();
    },
  },
];

const settings = {
  'breadcrumbs.enabled': false,
  'editor.hover.above': false,
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.scrollBeyondLastLine': false,
  'editor.stickyScroll.enabled': false,
  'workbench.activityBar.location': 'hidden',
};

runScript(async (lifetime) => {
  await run(lifetime, process.execPath, ['esbuild.mjs'], { cwd: extensionRoot });
  const images = join(extensionRoot, 'docs/images');
  await mkdir(images, { recursive: true });
  const host = await serve(lifetime);
  const page = await openPage(lifetime, { width: 900, height: 800 });
  const workbench = new Workbench(page);
  for (const picture of pictures) {
    const folder = await temporaryFolder(lifetime);
    await mkdir(join(folder, '.vscode'));
    await writeFile(join(folder, '.vscode/settings.json'), JSON.stringify({ ...settings, ...picture.settings }));
    await writeFile(join(folder, 'pod.yaml'), picture.manifest);

    await workbench.open(host.url(folder, { extension: extensionRoot }));
    await workbench.hideSideBar();
    await workbench.openFile('pod.yaml');
    await picture.pose(workbench);
    await workbench.screenshot(join(images, `${picture.name}.png`), picture.height);
    console.log(`docs/images/${picture.name}.png`);
  }
  return 0;
});
