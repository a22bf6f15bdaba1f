import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { contentSecurity, securityHeaders } from './bridge/content-security.ts';

const { version }: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'));

/**
 * Puts the policy into the built page, and the headers beside it for the browser shell's server, so that both are
 * written once. Dev mode has neither: hot reloading needs inline code.
 */
function security(): Plugin {
  return {
    name: 'casebound-security',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurity },
        injectTo: 'head-prepend',
      },
    ],
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'headers.json', source: JSON.stringify(securityHeaders, null, 2) });
    },
  };
}

export default defineConfig({
  main: {
    // Electron's own Node needs no install: what main uses (zod) is bundled in, so that out/ runs by itself.
    build: {
      externalizeDeps: false,
      outDir: 'out/main',
      rolldownOptions: {
        input: { main: resolve('electron/main.ts') },
        external: ['electron'],
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      outDir: 'out/preload',
      // A sandboxed preload cannot be an ES module.
      rolldownOptions: {
        input: { preload: resolve('electron/preload.ts') },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: 'renderer',
    base: './',
    plugins: [react(), security()],
    define: { 'import.meta.env.CASEBOUND_VERSION': JSON.stringify(version) },
    worker: { format: 'es' },
    resolve: {
      alias: {
        // Of micromark: the form for browsers asks the page's document, and a worker has none.
        'decode-named-character-reference': resolve('node_modules/decode-named-character-reference/index.js'),
      },
    },
    server: { host: '127.0.0.1', port: 47801, strictPort: true },
    build: {
      outDir: resolve('out/renderer'),
      emptyOutDir: true,
      target: 'chrome130',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { input: resolve('renderer/index.html') },
    },
  },
});
