import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Dialect } from '@werkplein/kernel';
import { copyTables, emptyDatabase, folderOfRun } from '@werkplein/kernel/testing';

// Loading the demo in five organisations takes longer than most tests of it: the first of a run loads it, and the others copy what came of it.

/** Five databases with demo data, and the keys by which what they hold was sealed. */
export interface Template {
  keys: string;
  /** Of each organisation. */
  urls: Record<string, string>;
}

/** Loads the demo data of one organisation, with these settings. */
export type LoadDemo = (name: string, env: NodeJS.ProcessEnv, scale: number) => Promise<number | null>;

const make = async (dialect: Dialect, scale: number, names: readonly string[], load: LoadDemo): Promise<Template> => {
  const keys = mkdtempSync(join(folderOfRun(), 'keys-'));
  const urls = Object.fromEntries(await Promise.all(names.map(async (name) => [name, (await emptyDatabase(dialect)).url] as const)));
  const env = { ...process.env, NODE_ENV: 'test', KEYS_DIR: keys, LOG_LEVEL: 'error' };
  for (const [name, url] of Object.entries(urls)) Object.assign(env, { [`${name.toUpperCase()}_DATABASE_URL`]: url });
  const codes = await Promise.all(names.map((name) => load(name, env, scale)));
  if (codes.some((code) => code !== 0)) throw new Error(`demo data were not loaded: ${codes.join(' ')}`);
  return { keys, urls };
};

const PATIENCE_MS = 240_000;

/** The template of this run: made by whoever asks first, in whichever worker. */
export const templateOf = async (dialect: Dialect, scale: number, names: readonly string[], load: LoadDemo): Promise<Template> => {
  const mine = join(folderOfRun(), `demo-${dialect}-${scale}`);
  const done = join(mine, 'template.json');
  try {
    mkdirSync(mine);
  } catch {
    for (const until = Date.now() + PATIENCE_MS; !existsSync(done); await wait(100)) if (Date.now() > until) throw new Error(`nobody made ${mine}`);
    return JSON.parse(readFileSync(done, 'utf8')) as Template;
  }
  const template = await make(dialect, scale, names, load);
  writeFileSync(`${done}.part`, JSON.stringify(template));
  copyFileSync(`${done}.part`, done);
  return template;
};

/** New databases with what the template holds, and its keys in `keys`. */
export const copyOf = async (
  dialect: Dialect,
  { keys: from, urls }: Template,
  keys: string,
): Promise<Map<string, Awaited<ReturnType<typeof emptyDatabase>>>> => {
  cpSync(from, keys, { recursive: true });
  return new Map(
    await Promise.all(
      Object.entries(urls).map(async ([name, url]) => {
        const database = await emptyDatabase(dialect);
        if (dialect === 'sqlite') copyFileSync(url.slice('file:'.length), database.url.slice('file:'.length));
        else await copyTables(url, database.url);
        return [name, database] as const;
      }),
    ),
  );
};
