import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const require = createRequire(import.meta.url);

const key = (byte: number): string => Buffer.alloc(32, byte).toString('base64');
/** What takes longest begins first: at the end nothing else is left to do beside it. */
const longest = ['/test/access/matrix.', '/test/access/commands.', '/test/access/', '/test/'];
const rankOf = ({ moduleId }: TestSpecification): number => {
  const rank = longest.findIndex((part) => moduleId.includes(part));
  return rank < 0 ? longest.length : rank;
};
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}

const screens = 'test/web/*.test.ts';
/** Measurements are run by hand (`npm run bench:…`), the screens in a browser by `npm run test:web`, other routers by `npm run test:peers`. */
const peers = 'test/peers/*.test.ts';
const include = process.env['BENCH']
  ? ['bench/*.ts']
  : process.env['WEB']
    ? [screens]
    : process.env['PEERS']
      ? [peers]
      : ['{shared,subgraphs,gateway,scripts,test,ops,bench/capacity}/**/*.test.ts'];

export default defineConfig({
  // The workspaces' TypeScript sources are tested, without a build.
  ssr: { resolve: { conditions: ['source', 'node', 'development|production'] } },
  // One graphql instance, whichever package asks for it.
  resolve: { alias: [{ find: /^graphql$/, replacement: require.resolve('graphql') }] },
  test: {
    include,
    exclude: ['**/node_modules/**', '**/dist/**', ...(process.env['WEB'] ? [] : [screens]), ...(process.env['PEERS'] ? [] : [peers])],
    globalSetup: [
      'shared/kernel/src/testing/folder.setup.ts',
      'shared/kernel/src/testing/mariadb.setup.ts',
      'shared/kernel/src/testing/redis.setup.ts',
      ...(process.env['WEB'] ? ['test/web/browser.setup.ts'] : []),
    ],
    env: {
      APOLLO_TELEMETRY_DISABLED: 'true',
      TZ: 'America/New_York',
      // Keys of tests, so that no test makes demo keys in the work tree.
      NUO_BSN_KEY: key(1),
      NUO_BSN_INDEX_KEY: key(2),
      // The programs that tests start compile their modules once for all.
      NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/compiled'),
    },
    // Loading the modules of a file takes longer than most of its tests; the files of one worker share them, and the databases that tests left.
    isolate: false,
    // Vitest leaves one core unused, which is half of two.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: LongestFirst },
    testTimeout: process.env['WEB'] ? 180_000 : 60_000,
    hookTimeout: 120_000,
    // An event comes as soon as the machine lets it: a second is short beside other files on two cores.
    expect: { poll: { timeout: 15_000 } },
  },
});
