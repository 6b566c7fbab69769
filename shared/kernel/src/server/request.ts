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

export const readBody = async (request: IncomingMessage, limit: number): Promise<string> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > limit) throw new Refused('BODY_TOO_LARGE');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

export const parseBody = (text: string): unknown => {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused('BAD_INPUT');
  }
};
