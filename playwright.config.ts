import { defineConfig } from '@playwright/test';

const chromium = process.env.HOMEWARD_CHROMIUM;

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  outputDir: process.env.HOMEWARD_TEST_OUTPUT ?? 'test-results',
  fullyParallel: true,
  workers: 4,
  // Bounds and no timings: two runs at once, on two cores, take three times as long as one.
  timeout: 180_000,
  expect: { timeout: 60_000 },
  forbidOnly: Boolean(process.env.CI),
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    // A trace of every test takes a third of the processors; --trace=on makes one of the test that is looked into.
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      // The tests reach this machine only, and so must the browser itself.
      args: [
        '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
        '--disable-background-networking',
        '--disable-component-update',
        '--no-first-run',
      ],
    },
  },
});
