import os from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': path.resolve(import.meta.dirname) } },
  test: {
    environment: 'node',
    include: ['{app,bench,components,e2e,lib,scripts}/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
    // Tests of several processes wait for each other; on two cores Vitest would let them wait one after the other.
    maxWorkers: Math.max(2, os.availableParallelism() - 1),
  },
});
