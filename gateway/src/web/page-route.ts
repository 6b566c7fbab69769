import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Route, refuseRoute } from '@werkplein/kernel';
import sirv from 'sirv';

const own =
  "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; connect-src 'self'; img-src 'self' data:; manifest-src 'self'; script-src 'self'; worker-src 'self'";
const pagePolicy = `${own}; font-src 'self'; style-src 'self'`;
/** The editor of the explorer makes its own styles, and brings its fonts in them. */
const explorerPolicy = `${own}; font-src 'self' data:; style-src 'self' 'unsafe-inline'`;

/** Paths that are never a page, so that a wrong address of the API is told as such. */
const api = /^\/(graphql|events|calendar|sessie|health|\.well-known)(\/|$)/;
const EXPLORER = /^\/graphiql(\.html|\/|$)/;
/** The name of an asset changes with its content. */
const ASSET = /^(\/graphiql)?\/assets\//;

/**
 * The screens: files of the build, and for every other path the one page that finds its way by itself. Null when there is no build.
 * The explorer is built beside them and is never served in production.
 */
export const pageRoute = (folder: string, production: boolean): Route | null => {
  if (!existsSync(join(folder, 'index.html'))) return null;
  const screens = sirv(folder, { etag: true, single: true, gzip: true, brotli: true });
  const beside = `${folder}-explorer`;
  const explorer = !production && existsSync(beside) ? sirv(beside, { etag: true }) : null;
  return {
    handles: (path) => !api.test(path) && (explorer !== null || !EXPLORER.test(path)),
    answer: async (request, response, path) => {
      const exploring = explorer !== null && EXPLORER.test(path);
      // Set beforehand: an answer that a file has not changed brings its headers too, and a browser puts them in the place of those it had.
      response.setHeader('cache-control', ASSET.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
      response.setHeader('content-security-policy', exploring ? explorerPolicy : pagePolicy);
      response.setHeader('cross-origin-opener-policy', 'same-origin');
      (exploring ? explorer : screens)(request, response, () => refuseRoute(response, 404, 'NOT_FOUND', { 'cache-control': 'no-store' }));
    },
  };
};
