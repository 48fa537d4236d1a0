/** A person's moves in the page of an embedded VS Code. */
export class Workbench {
  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.page = page;
  }

  /** @param {string} url of the workbench on a folder */
  async open(url) {
    await this.page.goto(url);
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor();
  }

  async hideSideBar() {
    await this.page.locator('.part.sidebar').waitFor();
    await this.page.keyboard.press('Control+B');
    await this.page.locator('.part.sidebar').waitFor({ state: 'hidden' });
  }

  /** @param {string} name of a file in the folder */
  async openFile(name) {
    await this.page.keyboard.press('Control+P');
    await this.#quickInput().fill(name);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click();
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
    await this.editor().locator('.view-line').first().waitFor();
  }

  async goTo(line, column = 1) {
    await this.page.keyboard.press('Control+G');
    await this.#quickInput().fill(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
  }

  /** Waits until something is underlined. */
  async squiggle() {
    await this.page.locator('[class*=squiggly-]').first().waitFor();
  }

  /** Opens the menu of the light bulb at the cursor. */
  lightBulb() {
    return this.#pressUntil(['Control+.'], '.action-widget .monaco-list-row');
  }

  /** @param {string | RegExp} title of an entry in the light bulb's menu */
  entry(title) {
    return this.page.locator('.action-widget .monaco-list-row.action', { hasText: title }).first();
  }

  /** Shows the hover at the cursor, with the mouse out of the way. */
  hover() {
    return this.#pressUntil(['Control+K', 'Control+I'], '.monaco-hover:visible .hover-contents');
  }

  /**
   * Types a beginning and opens what is suggested for it.
   * @param {string} beginning
   */
  async suggest(beginning) {
    await this.page.keyboard.type(beginning);
    await this.#pressUntil(['Control+Space'], '.suggest-widget.visible .monaco-list-row');
  }

  /** @param {string} label */
  suggestion(label) {
    return this.page.locator('.suggest-widget.visible .monaco-list-row', { hasText: label }).first();
  }

  /**
   * Takes a picture of the upper part of the editor.
   * @param {string} path
   * @param {number} height
   */
  async screenshot(path, height) {
    const { x, y, width } = await this.page.locator('.part.editor').boundingBox();
    await this.page.screenshot({ path, clip: { x, y, width, height }, caret: 'initial', animations: 'disabled' });
  }

  editor() {
    return this.page.locator('.part.editor .monaco-editor').first();
  }

  /** VS Code shows nothing while the server has not read the file yet: press the keys until it does. */
  async #pressUntil(keys, selector) {
    const wanted = this.page.locator(selector).first();
    for (let tries = 10; tries > 0 && !(await wanted.isVisible()); tries -= 1) {
      for (const key of keys) await this.page.keyboard.press(key);
      await wanted.waitFor({ timeout: 2000 }).catch(() => {});
    }
    await wanted.waitFor({ timeout: 1000 });
  }

  #quickInput() {
    return this.page.locator('.quick-input-widget input[type=text]');
  }
}
