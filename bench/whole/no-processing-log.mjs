// Loaded before a subgraph by `--import`, for `npm run bench:whole`: nothing that a question shows is logged.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

registerHooks({
  load: (url, context, next) => {
    if (!url.endsWith('/processing/recorder.js')) return next(url, context);
    const source = readFileSync(fileURLToPath(url), 'utf8').replace('export const recorder =', 'const recorderOf =');
    return { format: 'module', shortCircuit: true, source: `${source}\nexport const recorder = () => ({ ...recorderOf(), pending: () => [] });` };
  },
});
