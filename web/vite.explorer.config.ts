import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * The explorer, apart from the screens (docs/decisions/0066): it is most of the work of a build, seldom changes, and production has no use for it.
 * Nobody waits for it over a slow line, so it is not compressed.
 */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [react()],
  build: {
    target: 'es2023',
    outDir: 'dist-explorer',
    assetsDir: 'graphiql/assets',
    assetsInlineLimit: 0,
    rolldownOptions: { input: join(import.meta.dirname, 'graphiql/index.html') },
  },
});
