import type { IncomingMessage } from 'node:http';
import { Refused } from './refused.ts';

const json = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i;
const answerable = new Set(['application/json', 'application/graphql-response+json', 'application/*', '*/*']);

const accepts = (header: string): boolean =>
  header.split(',').some((range) => {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    return answerable.has(type) && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });

/**
 * POST with JSON, and nothing else. A page of another site can send GET, text/plain and forms with a visitor's network position and
 * no preflight; it cannot send this.
 */
export const checkRequest = ({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>): void => {
  if (method !== 'POST') throw new Refused('METHOD_NOT_ALLOWED', { allow: 'POST' });
  if (!json.test(headers['content-type'] ?? '') || (headers['content-encoding'] ?? 'identity') !== 'identity') throw new Refused('UNSUPPORTED_MEDIA_TYPE');
  if (headers.accept !== undefined && !accepts(headers.accept)) throw new Refused('NOT_ACCEPTABLE');
};

/** By its events: an async iterator over so small a body was 3 % of a request of the gateway. */
export const readBody = (request: IncomingMessage, limit: number): Promise<string> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const take = (chunk: Buffer): void => {
      length += chunk.length;
      if (length <= limit) return void chunks.push(chunk);
      // What is left of it stays where it is.
      request.off('data', take).pause();
      reject(new Refused('BODY_TOO_LARGE'));
    };
    request.on('data', take);
    request.once('end', () => resolve((chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)).toString('utf8')));
    request.once('error', reject);
    request.once('close', () => {
      if (!request.complete) reject(new Error('The caller left before the end of the request.'));
    });
  });

export const parseBody = (text: string): unknown => {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused('BAD_INPUT');
  }
};
