// A program as one writes it without thinking of faults, for the control: it looks before it claims and holds nothing meanwhile, writes its audit row after its
// effect and its event after that, acknowledges a contact before it is on disk, and does not know a command that is sent again. PORT, FILE.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import type { Answer, Command } from './load.ts';

const db = new Sqlite(process.env['FILE']);
db.pragma('journal_mode = WAL');
db.exec(`CREATE TABLE IF NOT EXISTS effect (kind TEXT, id TEXT, employerId TEXT, open INTEGER);
  CREATE TABLE IF NOT EXISTS audit (kind TEXT, id TEXT);
  CREATE TABLE IF NOT EXISTS event (entry INTEGER PRIMARY KEY, id TEXT, kind TEXT, about TEXT);
  CREATE TABLE IF NOT EXISTS request (kind TEXT, employeeId TEXT, requestId TEXT, id TEXT, made INTEGER);`);

const LATER_MS = 15;
const statements = new Map<string, Sqlite.Statement>();
const run = (sql: string, ...values: (string | number | null)[]): Sqlite.RunResult => {
  const known = statements.get(sql) ?? db.prepare(sql);
  statements.set(sql, known);
  return known.run(...values);
};

const holderOf = (employerId: string): string | undefined =>
  (db.prepare("SELECT id FROM effect WHERE kind = 'claim' AND open = 1 AND employerId = ?").get(employerId) as { id: string } | undefined)?.id;

const effectOf = ({ kind, employerId, claimId }: Command, id: string): void => {
  run('INSERT INTO effect VALUES (?, ?, ?, ?)', kind, id, employerId ?? '', kind === 'claim' ? 1 : 0);
  if (kind === 'release') run("UPDATE effect SET open = 0 WHERE kind = 'claim' AND id = ?", claimId ?? '');
};

const carryOut = async (command: Command): Promise<Answer> => {
  const { kind, employeeId, requestId, employerId = '', claimId } = command;
  const holder = kind === 'claim' ? holderOf(employerId) : undefined;
  await wait(LATER_MS);
  if (holder !== undefined) {
    run('INSERT INTO audit VALUES (?, ?)', kind, employerId);
    run('INSERT INTO request VALUES (?, ?, ?, NULL, 0)', kind, employeeId, requestId);
    return { result: { kind: 'held', by: holder }, text: holder };
  }
  const id = kind === 'release' ? (claimId as string) : randomUUID();
  const write = (): void => {
    effectOf(command, id);
    run('INSERT INTO request VALUES (?, ?, ?, ?, 1)', kind, employeeId, requestId, id);
  };
  const tell = async (): Promise<void> => {
    await wait(LATER_MS);
    run('INSERT INTO audit VALUES (?, ?)', kind, id);
    await wait(LATER_MS);
    if (kind !== 'client') run('INSERT INTO event (id, kind, about) VALUES (?, ?, ?)', randomUUID(), kind, id);
  };
  if (kind === 'contact') setTimeout(() => (write(), void tell()), LATER_MS);
  else {
    write();
    await tell();
  }
  return { result: { kind: 'done', id }, text: id };
};

createServer((request, response) => {
  void (async () => {
    if (request.method !== 'POST') return response.end('{}');
    const given = (await json(request)) as Command | { read: string };
    const rows = (employerId: string): string[] =>
      (db.prepare("SELECT id FROM effect WHERE kind = 'contact' AND employerId = ?").all(employerId) as { id: string }[]).map(({ id }) => id);
    return response.end(JSON.stringify('read' in given ? rows(given.read) : await carryOut(given)));
  })();
}).listen(Number(process.env['PORT']), '127.0.0.1');
