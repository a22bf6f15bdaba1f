import { defineConfig } from 'vitest/config';

export default defineConfig({
  define: { 'import.meta.env.CASEBOUND_VERSION': JSON.stringify('0.0.0-test') },
  test: {
    environment: 'node',
    include: ['{domain,bridge,electron,renderer,scripts,cli,bench}/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
    exclude: ['tests/e2e/**', 'node_modules/**', 'out/**'],
    setupFiles: ['tests/support/node-as-browser.ts'],
    pool: 'threads',
    testTimeout: 20_000,
    passWithNoTests: false,
    // What pdf.js lets fall inside its own worker, of files that tests spoil on purpose: under Node it has no worker apart.
    onUnhandledError: (error) => !error.stack?.includes('pdf.worker'),
  },
});
