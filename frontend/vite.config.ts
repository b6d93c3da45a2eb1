import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

// Where `npm run dev` sends API calls; the program's own default address.
const server = process.env.SINENG_SERVER ?? 'http://127.0.0.1:8080';

/** Some licences come with the line ends of Windows, which git would change behind our back. */
function unixLines(fileName: string): Plugin {
  return {
    name: 'unix-lines',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const file = bundle[fileName];
        if (file?.type === 'asset') file.source = String(file.source).replaceAll('\r\n', '\n');
      },
    },
  };
}

/**
 * antd's provider of settings needs of forms no more than a context, and would bring all of them, with their
 * checks, into what everybody loads before the first page.
 */
function formsLater(): Plugin {
  return {
    name: 'forms-later',
    apply: 'build',
    resolveId: {
      order: 'pre',
      filter: { id: /^@rc-component\/form$/ },
      handler(source, importer, options) {
        if (!importer?.endsWith('/antd/es/form/context.js')) return null;
        return this.resolve(`${source}/es/FormContext`, importer, options);
      },
    },
  };
}

export default defineConfig({
  // Relative, because the server moves ./assets/ below a digest of the whole bundle.
  base: './',
  plugins: [react(), formsLater(), unixLines('assets/licenses.txt')],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  html: { cspNonce: '__CSP_NONCE__' },
  server: {
    proxy: { '/graphql': server, '/uploads': server, '/imports': server },
  },
  build: {
    target: 'es2022',
    // The notices that the licences of the parts ask for go with every copy of the bundle.
    license: { fileName: 'assets/licenses.txt' },
    // Everything inlined as data: would have to be allowed by the policy one by one.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      output: {
        // Names without hashes keep the history of the committed bundle small.
        entryFileNames: 'assets/[name].js',
        chunkFileNames: 'assets/[name].js',
        assetFileNames: 'assets/[name][extname]',
        codeSplitting: {
          groups: [
            // Two files that change with upgrades alone; what each page adds comes in its own.
            {
              name: 'react',
              tags: ['$initial'],
              test: /node_modules\/(react|react-dom|scheduler|react-router)\//,
            },
            { name: 'vendor', tags: ['$initial'], test: /node_modules\// },
          ],
        },
      },
    },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/testing/setup.ts'],
    // Read by src/ui/tokens.ts; other sheets are nothing to a test.
    css: { include: [/tokens\.css/] },
    restoreMocks: true,
    // Loading React and antd anew for each file takes three times as long as all tests do; what a test
    // changes for all it puts back itself.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
