// npm start: the whole graph on this machine, on embedded databases with demo data.
import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { build, buildWeb, fail, inRoot, kernel, root, runNode, subgraphPrograms } from './lib.ts';

/** On a slow or busy machine a program takes long; until it is ready it is said so often that it is still starting. */
const STARTING_MS = 30_000;
const LAST_CHARACTERS = 2000;
const say = (text: string): void => void process.stdout.write(`${text}\n`);

say('Werkplein Graph\n  building …');
build();
buildWeb();
const { demoUsers, GATEWAY_PORT, IDENTITY_PORT, municipalities, NUO_PORT } = await kernel();
const { exampleQuery } = await import('./example-query.ts');
mkdirSync(inRoot('data/logs'), { recursive: true });

// In production tokens come from the identity providers of the organisations.
const development = process.env['NODE_ENV'] !== 'production';
const programs = await subgraphPrograms();
const envOf = (name: string, what: string): string | undefined => process.env[`${name.toUpperCase()}_${what}`];
const databaseOf = (name: string): string => envOf(name, 'DATABASE_URL') ?? `file:data/${name}.sqlite`;

// The marker is written after the last row: a start that was killed while loading goes on where it was.
const marker = inRoot('data/demo-loaded.json');
const DEMO_STORY = 'reports, work in progress and visits';
const loaded = (): string[] => {
  try {
    return JSON.parse(readFileSync(marker, 'utf8')) as string[];
  } catch {
    return [];
  }
};
const scale = process.env['DEMO_SCALE'] ?? '1';
for (const { name, file } of programs) {
  if (!development || loaded().includes(databaseOf(name))) continue;
  say(`  demo data of ${name} …`);
  if ((await runNode(file, ['demo', '--scale', scale])) !== 0) fail(`The demo data of ${name} were not loaded.`);
  writeFileSync(marker, JSON.stringify([...new Set([...loaded(), databaseOf(name)])]));
}

const children = new Map<string, ChildProcess>();
let stopping: Promise<never> | null = null;

const stopEach = async (code: number): Promise<never> => {
  const running = [...children.values()].filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
  const gone = running.map((child) => new Promise((done) => child.once('exit', done)));
  for (const child of running) child.kill('SIGTERM');
  await Promise.all(gone);
  say('  stopped');
  process.exit(code);
};
const stopAll = (code: number): Promise<never> => (stopping ??= stopEach(code));
process.on('SIGINT', () => void stopAll(0));
process.on('SIGTERM', () => void stopAll(0));

const launch = (name: string, file: string): void => {
  const log = createWriteStream(inRoot(`data/logs/${name}.log`), { flags: 'a' });
  const child = spawn(process.execPath, [inRoot(file)], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(process.stderr, { end: false });
  let last = '';
  child.stdout.on('data', (chunk: Buffer) => (last = `${last}${chunk.toString()}`.slice(-LAST_CHARACTERS)));
  // Not at its exit: what it said last may come after that, and tells why it ended.
  child.once('close', (code) => {
    if (stopping) return;
    say(`  ${name} ended (${code}); see data/logs/${name}.log`);
    if (!started) say(last.trimEnd());
    // The graph serves on without one organisation; without its gateway, or before it ever ran, it does not.
    if (name === 'gateway' || !started) void stopAll(1);
  });
  children.set(name, child);
};

/** Whether a program became ready. It is waited for as long as it runs: when it ends, so does all. */
const ready = async (name: string, port: string | number): Promise<boolean> => {
  for (let said = Date.now(); !stopping; await wait(100)) {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null);
    if (answer?.ok) return true;
    if (Date.now() - said < STARTING_MS) continue;
    say(`  ${name} is still starting …`);
    said = Date.now();
  }
  return false;
};

let started = false;
const ports = new Map<string, string | number>([
  ['nuo', envOf('nuo', 'PORT') ?? NUO_PORT],
  ...municipalities.map(({ field, defaultPort }) => [field, envOf(field, 'PORT') ?? defaultPort] as const),
  ...(development ? [['identity', envOf('identity', 'PORT') ?? IDENTITY_PORT] as const] : []),
  ['gateway', envOf('gateway', 'PORT') ?? GATEWAY_PORT],
]);
for (const { name, file } of programs) launch(name, file);
if (development) launch('identity', 'shared/dev-identity/dist/main.js');
launch('gateway', 'gateway/dist/main.js');
for (const [name, port] of ports) {
  if (!(await ready(name, port))) await stopAll(1);
  say(`  ${name.padEnd(10)} ready on port ${port}`);
}
started = true;

// It needs every organisation, so it cannot be loaded with the rows of one.
if (development && !loaded().includes(DEMO_STORY)) {
  try {
    const { demoToken } = await import('@werkplein/dev-identity');
    const { asDemoUser } = await import('./demo/as-demo-user.ts');
    const { tellDemoStory } = await import('./demo/story.ts');
    const identity = { port: Number(ports.get('identity')), keysDir: process.env['KEYS_DIR'] ?? inRoot('data/keys') };
    await tellDemoStory(asDemoUser(`http://127.0.0.1:${ports.get('gateway')}`, (user) => demoToken(user, identity)));
    writeFileSync(marker, JSON.stringify([...loaded(), DEMO_STORY]));
    say('  the quarter report of Wierden is frozen: npm run report -- --municipality wierden --year 2026 --quarter 3 --format html --out report.html');
  } catch (error) {
    say(`  the demo is not complete: ${(error as Error).message}`);
  }
}

say(`
The screens are at http://localhost:${ports.get('gateway')}/ (choose a demo user to sign in)
The graph answers at http://localhost:${ports.get('gateway')}/graphql

Paste this in another terminal:

TOKEN=$(npm run -s token -- nuo.trajectbegeleider)
curl -s http://localhost:${ports.get('gateway')}/graphql -H 'content-type: application/json' -H "authorization: Bearer $TOKEN" \\
  --data '${JSON.stringify({ query: exampleQuery(5) })}'

Demo users, each with a token by "npm run -s token -- <user>":
  ${[...demoUsers.keys()].join(', ').replaceAll(/(.{1,110}), /g, '$1,\n  ')}

Ctrl-C stops everything.`);
