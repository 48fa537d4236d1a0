import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { extensionRoot } from './paths.mjs';

const folder = '/extension-under-test/';

/**
 * Makes a page see the extension as on the web: at an address, not in a folder of the server, so that it runs in a
 * web worker and may start one.
 * @param {import('playwright-core').Page} page
 * @param {import('./embedded.mjs').Host} host
 * @param {string} tests
 */
export async function routeWebExtension(page, { origin }, tests) {
  // VS Code runs a suite in the host of the extension in whose folder it is.
  const testsName = basename(tests);
  await page.route(`${origin}${folder}**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(folder.length);
    const path = name === testsName ? tests : join(extensionRoot, name);
    return existsSync(path) ? route.fulfill({ path }) : route.fulfill({ status: 404 });
  });
  const at = (path) => ({ scheme: 'http', authority: new URL(origin).host, path: `${folder}${path}` });
  const developmentOptions = {
    extensions: [at('')],
    extensionTestsPath: at(testsName),
  };
  // The address of the page has no words for an extension at an address; its settings have.
  await page.addInitScript((options) => {
    const { getAttribute } = Element.prototype;
    Element.prototype.getAttribute = function (name) {
      const value = getAttribute.call(this, name);
      if (this.id !== 'vscode-workbench-web-configuration' || name !== 'data-settings') return value;
      const settings = JSON.parse(value);
      return JSON.stringify({ ...settings, developmentOptions: { ...settings.developmentOptions, ...options } });
    };
  }, developmentOptions);
}
