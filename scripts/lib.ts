import { spawn, type SpawnOptions, spawnSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, type ParseArgsConfig } from 'node:util';

export const root: string = resolve(dirname(fileURLToPath(import.meta.url)), '..');
export const inRoot = (...parts: string[]): string => join(root, ...parts);

/** Compiles what is not compiled; stops this process with the compiler's words when it fails. An image holds what is compiled and no compiler. */
export const build = (): void => {
  const compiler = inRoot('node_modules/typescript/bin/tsc');
  if (!existsSync(compiler)) return;
  const tsc = spawnSync(process.execPath, [compiler, '-b', '.', ...globSync('subgraphs/*', { cwd: root })], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (tsc.status !== 0) process.exit(tsc.status ?? 1);
};

const changedAt = (file: string): number => statSync(inRoot(file), { throwIfNoEntry: false })?.mtimeMs ?? 0;

interface WebBuild {
  /** That is newer than everything it was made of. */
  page: string;
  config: string;
  madeOf: readonly string[];
  notOf?: readonly string[];
}

const EXPLORER = 'web/src/explorer/**';
/** The explorer is built apart: it is most of the work, and changes seldom (docs/decisions/0066). */
const webBuilds: readonly WebBuild[] = [
  {
    page: 'web/dist/index.html',
    config: 'web/vite.config.ts',
    madeOf: ['web/src/**/*', 'web/public/*', 'web/index.html', 'web/vite.config.ts', 'web/*.json', 'package-lock.json'],
    notOf: [EXPLORER],
  },
  {
    page: 'web/dist-explorer/graphiql/index.html',
    config: 'web/vite.explorer.config.ts',
    madeOf: [`${EXPLORER}/*`, 'web/graphiql/*', 'web/vite.explorer.config.ts', 'web/*.json', 'package-lock.json'],
  },
];

/** Builds what of the screens and the explorer has changed since its build; throws with the words of the builder. */
export const buildWeb = (): void => {
  for (const { page, config, madeOf, notOf = [] } of webBuilds) {
    const built = changedAt(page);
    const sources = globSync([...madeOf], { cwd: root, exclude: [...notOf] });
    if (sources.every((file) => changedAt(file) < built)) continue;
    const { status, stderr } = spawnSync(
      process.execPath,
      [inRoot('node_modules/vite/bin/vite.js'), 'build', 'web', '--config', config, '--logLevel', 'error'],
      { cwd: root, encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`The screens were not built:\n${stderr}`);
  }
};

/** Runs a compiled program of the project to its end; gives its exit code. */
export const runNode = (file: string, args: readonly string[] = [], options: SpawnOptions = {}): Promise<number> =>
  new Promise((done) => {
    const child = spawn(process.execPath, [inRoot(file), ...args], { cwd: root, stdio: 'inherit', ...options });
    child.once('exit', (code, signal) => done(code ?? (signal === null ? 0 : 1)));
  });

/** Loads the built kernel; call `build` first. */
export const kernel = () => import('@werkplein/kernel');

/** The five subgraph processes: name and compiled entry point. */
export const subgraphPrograms = async (): Promise<{ name: string; file: string; code: string }[]> => {
  const { municipalities, NUO } = await kernel();
  return [
    { name: NUO, file: 'subgraphs/nuo/dist/main.js', code: NUO },
    ...municipalities.map(({ field, code }) => ({ name: field, file: `subgraphs/${field}/dist/main.js`, code })),
  ];
};

/** Ends with a message for the person who typed the command. */
export const fail = (message: string): never => {
  process.stderr.write(`${message}\n`);
  process.exit(1);
};

/** What came of it; ends with why it did not. */
export const orFail = <T>(work: () => Promise<T>): Promise<T> => work().catch((error: Error) => fail(error.message));

/** What stands behind a command; ends with what is wrong with it, and with `usage`. */
export const optionsOf = <const T extends ParseArgsConfig>(config: T, usage: string): ReturnType<typeof parseArgs<T>> => {
  try {
    return parseArgs(config);
  } catch (error) {
    return fail(`${(error as Error).message}\n${usage}`);
  }
};
