import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * The explorer apart from the screens: it is most of the work of a build and almost never changes, and production has no use for it.
 * Nobody waits for it over a slow line, so it is not compressed.
 */
export default defineConfig({
  root: import.meta.dirname,
  base: '/graphiql/',
  publicDir: false,
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    outDir: 'dist-explorer',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 10_000,
    rolldownOptions: { input: join(import.meta.dirname, 'graphiql.html') },
  },
});
