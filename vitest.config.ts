import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': path.resolve(import.meta.dirname) } },
  test: {
    environment: 'node',
    include: ['{app,bench,components,e2e,lib,scripts}/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
  },
});
