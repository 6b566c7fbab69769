import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Route, refuseRoute } from '@werkplein/kernel';
import sirv from 'sirv';

const own =
  "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; connect-src 'self'; font-src 'self'; img-src 'self' data:; manifest-src 'self'; script-src 'self'; worker-src 'self'";
const pagePolicy = `${own}; style-src 'self'`;
/** The editor of the explorer makes its own styles and workers. */
const explorerPolicy = `${own} blob:; style-src 'self' 'unsafe-inline'; font-src 'self' data:`;

/** Paths that are never a page, so that a wrong address of the API is told as such. */
const api = /^\/(graphql|events|calendar|sessie|health|\.well-known)(\/|$)/;
const EXPLORER = /^\/graphiql(\.html|\/|$)/;

/** The screens: files of the build, and for every other path the one page that finds its way by itself. Null when there is no build. */
export const pageRoute = (folder: string, production: boolean): Route | null => {
  if (!existsSync(join(folder, 'index.html'))) return null;
  const files = sirv(folder, {
    single: true,
    etag: true,
    gzip: true,
    brotli: true,
    setHeaders: (response, path) => {
      // The name of an asset changes with its content.
      response.setHeader('cache-control', path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
      response.setHeader('content-security-policy', EXPLORER.test(path) ? explorerPolicy : pagePolicy);
      response.setHeader('cross-origin-opener-policy', 'same-origin');
    },
  });
  return {
    handles: (path) => !api.test(path) && !(production && EXPLORER.test(path)),
    answer: async (request, response) => files(request, response, () => refuseRoute(response, 404, 'NOT_FOUND')),
  };
};
