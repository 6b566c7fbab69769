import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

const require = createRequire(import.meta.url);

const key = (byte: number): string => Buffer.alloc(32, byte).toString('base64');

export default defineConfig({
  // The workspaces' TypeScript sources are tested, without a build.
  ssr: { resolve: { conditions: ['source', 'node', 'development|production'] } },
  // One graphql instance, whichever package asks for it.
  resolve: { alias: [{ find: /^graphql$/, replacement: require.resolve('graphql') }] },
  test: {
    // Measurements are run by hand: `npm run bench:…`.
    include: process.env['BENCH'] ? ['bench/*.ts'] : ['{shared,subgraphs,gateway,scripts,test}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    globalSetup: ['shared/kernel/src/testing/folder.setup.ts', 'shared/kernel/src/testing/mariadb.setup.ts', 'shared/kernel/src/testing/redis.setup.ts'],
    // Keys of tests, so that no test makes demo keys in the work tree.
    env: { APOLLO_TELEMETRY_DISABLED: 'true', TZ: 'America/New_York', NUO_BSN_KEY: key(1), NUO_BSN_INDEX_KEY: key(2) },
    // Loading the modules of a file takes longer than most of its tests; the files of one worker share them, and the databases that tests left.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
