import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { newLetterKeys, readLetterKeys } from '../letters/letter-keys.ts';
import { LETTER_HEADER } from '../letters/letter-statement.ts';
import { type LetterPost, letterPost } from '../letters/settings.ts';

/** What the network does with one letter: `lost` never arrives, of `unanswered` the answer does not come back, `twice` arrives two times. */
export type Fate = 'delivered' | 'lost' | 'unanswered' | 'twice';

export interface Postman {
  /** Where the sender thinks the addressee is. */
  url: string;
  /** What went by, as it was stated. */
  seen: { statement: string; body: string }[];
  /** Fate of the next letters; without one they are delivered. */
  fates: Fate[];
  /** Where the addressee is; null: nowhere. */
  to: string | null;
}

const readAll = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
};

/** What is to be ended; of a test it ends with the test. */
export type AtEnd = (end: () => unknown) => void;
const withTest: AtEnd = (end) => onTestFinished(async () => void (await end()));

/** A network between two organisations that does to letters what it is told. */
export const postmanForTest = async (atEnd: AtEnd = withTest): Promise<Postman> => {
  const postman: Postman = { url: '', seen: [], fates: [], to: null };
  const carry = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readAll(request);
    const statement = String(request.headers[LETTER_HEADER]);
    postman.seen.push({ statement, body });
    const fate = postman.fates.shift() ?? 'delivered';
    if (fate === 'lost' || postman.to === null) return void response.destroy();
    const deliver = () => fetch(`${postman.to}/letters`, { method: 'POST', headers: { 'content-type': 'application/json', [LETTER_HEADER]: statement }, body });
    const [answer] = await Promise.all(fate === 'twice' ? [deliver(), deliver()] : [deliver()]);
    if (fate === 'unanswered' || !answer) return void response.destroy();
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(await answer.text());
  };
  const server = createServer((request, response) => void carry(request, response).catch(() => response.destroy()));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  atEnd(() => {
    server.closeAllConnections();
    server.close();
  });
  postman.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return postman;
};

/** Posts of organisations that know each other's keys and addresses (`urls`: by code). */
export const postsForTest = async (urls: Readonly<Record<string, string>>): Promise<Map<string, LetterPost>> => {
  const sets = new Map(await Promise.all(Object.keys(urls).map(async (code) => [code, await newLetterKeys()] as const)));
  const privateOf = (code: string) => readLetterKeys(code, sets.get(code)?.privateSet ?? '', 'private');
  const publicOf = (code: string) => readLetterKeys(code, sets.get(code)?.publicSet ?? '', 'public');
  return new Map(
    await Promise.all(
      Object.keys(urls).map(async (home) => {
        const others = Object.entries(urls).filter(([code]) => code !== home);
        const parties = others.map(([code, url]) => ({ code, url: `${url}/letters`, keys: publicOf(code) }));
        return [home, await letterPost(home, privateOf(home), parties)] as const;
      }),
    ),
  );
};
