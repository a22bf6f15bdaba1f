import { defineConfig } from '@playwright/test';

/** Two projects, one set of specs: the `app` fixture (tests/e2e/fixtures/app.ts) opens the shell that the project is named after. */
export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/fixtures/prepare.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  // A second try, on a busy machine; `npm test` names each test that needed it.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  projects: [{ name: 'browser' }, { name: 'electron' }],
});
