// npm run dev:web: the screens from their sources, reloaded as they change, on the graph that `npm start` runs.
// `WEB_ORIGIN=http://localhost:5173 npm start` makes signing in come back here.
import { inRoot, runNode } from './lib.ts';

process.exitCode = await runNode('node_modules/vite/bin/vite.js', ['--config', inRoot('web/vite.config.ts')]);
