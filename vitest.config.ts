import { defineConfig } from 'vitest/config';
import { viteProsePlugin } from './scripts/prose.mjs';

export default defineConfig({
  plugins: [viteProsePlugin],
  test: { include: ['test/**/*.test.ts'], exclude: ['test/vscode/**', 'node_modules/**'] },
});
