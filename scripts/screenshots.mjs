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
const nightly = `apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: "30 2 * * 1-5"
  timeZone: Asia/Seoul
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: OnFailure
          containers:
            - name: report
              image: busybox:1.36
              command: ["sh", "-c", "echo done"]
`;
const web = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.27
      ports:
        - name: http
          containerPort: 80
      
`;
const settled = `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  colour: blue
---
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: wait-for-database
      image: busybox:1.36
      command: ["sh", "-c", "sleep 600"]
    - name: warm-up
      image: busybox:1.36
      command: ["sh", "-c", "sleep 1200"]
  containers:
    - name: web
      image: nginx:1.27
      envFrom:
        - configMapRef:
            name: settings
    - name: metrics
      image: nginx/nginx-prometheus-exporter:1.4
      env:
        - name: COLOUR
          valueFrom:
            configMapKeyRef:
              name: settings
              key: colour
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
    pose: hoverOnMistake(9, 20),
  },
  {
    name: 'quick-fix',
    manifest: sleeper,
    height: 345,
    async pose(workbench) {
      await workbench.squiggle();
      await workbench.goTo(9, 20);
      await workbench.page.locator('.codicon-lightbulb-autofix').waitFor();
      await workbench.lightBulb();
    },
  },
  {
    name: 'api-server',
    manifest: greedy,
    height: 385,
    pose: hoverOnMistake(11, 20),
  },
  {
    name: 'hover',
    settings: { 'editor.hover.above': true },
    manifest: slowStart,
    height: 370,
    pose: hoverAt(11, 6),
  },
  {
    name: 'hover-value',
    manifest: nightly,
    height: 345,
    pose: hoverAt(6, 16),
  },
  {
    name: 'completion',
    manifest: web,
    height: 520,
    async pose(workbench) {
      await workbench.goTo(12, 7);
      await workbench.suggest('');
      await workbench.suggestion('imagePullPolicy').waitFor();
      await workbench.page.keyboard.type('probe', { delay: 100 });
      await workbench.suggestion('imagePullPolicy').waitFor({ state: 'hidden' });
      await workbench.page.keyboard.press('ArrowDown');
      await workbench.page.keyboard.press('Control+Space');
      await workbench.page.getByText('Container will be restarted').waitFor();
    },
  },
  {
    name: 'navigation',
    manifest: settled,
    height: 640,
    async pose(workbench) {
      await workbench.page.locator('.codelens-decoration').first().waitFor();
      await workbench.goTo(4, 10);
      await workbench.page.keyboard.press('Shift+F12');
      await workbench.page.locator('.reference-zone-widget .monaco-list-row').first().waitFor();
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

function hoverAt(line, column) {
  return async (workbench) => {
    await workbench.goTo(line, column);
    await workbench.hover();
  };
}

function hoverOnMistake(line, column) {
  return async (workbench) => {
    await workbench.squiggle();
    await hoverAt(line, column)(workbench);
  };
}

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
