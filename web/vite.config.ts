import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const TEXT = /\.(js|css|html|svg)$/;

/** The gateway sends files as they are; compressing once beats compressing for each reader. */
const compressed = (): Plugin => ({
  name: 'compressed',
  apply: 'build',
  closeBundle: () => {
    const folder = join(import.meta.dirname, 'dist');
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => TEXT.test(name))) {
      const content = readFileSync(join(folder, file));
      writeFileSync(join(folder, `${file}.br`), brotliCompressSync(content));
      writeFileSync(join(folder, `${file}.gz`), gzipSync(content));
    }
  },
});

const SERVICE_WORKER = 'service-worker';
/** Fonts of scripts that no Dutch word has; a browser fetches them when it needs them. */
const SELDOM = /-(cyrillic|greek|vietnamese)/;

/** Tells the service worker what the screens are made of. */
const kept = (): Plugin => ({
  name: 'kept',
  apply: 'build',
  closeBundle: () => {
    const folder = join(import.meta.dirname, 'dist');
    const assets = readdirSync(join(folder, 'assets')).filter((file) => /\.(js|css|woff2)$/.test(file) && !SELDOM.test(file));
    const files = [...assets.map((file) => `/assets/${file}`), '/icon.svg'];
    const version = createHash('sha256')
      .update(JSON.stringify(files))
      .update(readFileSync(join(folder, 'index.html')))
      .digest('hex')
      .slice(0, 12);
    const worker = join(folder, `${SERVICE_WORKER}.js`);
    writeFileSync(worker, `const SCREENS=${JSON.stringify({ version, files })};${readFileSync(worker, 'utf8')}`);
  },
});

/** In development the pages are served here and everything else by the gateway, which must know this address as WEB_ORIGIN. */
const gateway = process.env['GATEWAY_URL'] ?? 'http://localhost:4000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), kept(), compressed()],
  // The components ask for icons that are Amsterdam's alone; ours take their place (docs/decisions/0090).
  resolve: { alias: { '@amsterdam/design-system-react-icons': join(import.meta.dirname, 'src/themes/icons.tsx') } },
  // The explorer is built apart (vite.explorer.config.ts).
  optimizeDeps: { entries: ['index.html'] },
  server: { port: 5173, strictPort: true, proxy: Object.fromEntries(['/graphql', '/events', '/calendar', '/sessie'].map((path) => [path, gateway])) },
  build: {
    target: 'es2023',
    // Small files inside the page would need a policy that lets them in.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { index: join(import.meta.dirname, 'index.html'), [SERVICE_WORKER]: join(import.meta.dirname, 'src/service-worker.ts') },
      // Its name stays: a browser asks at this address whether there is another.
      output: { entryFileNames: ({ name }) => (name === SERVICE_WORKER ? '[name].js' : 'assets/[name]-[hash].js') },
    },
  },
});
