import type { IncomingMessage, ServerResponse } from 'node:http';
import { catalogue, type ErrorCode } from '../errors/catalogue.ts';

/** Something besides GraphQL that a server answers. */
export interface Route {
  /** GET without it. */
  method?: 'GET' | 'POST';
  handles(path: string): boolean;
  answer(request: IncomingMessage, response: ServerResponse, path: string): Promise<void>;
  /** The server stops: ends what would stay open. */
  drain?(): void;
}

/** Refuses a request of a route, in the words of the catalogue. */
export const refuseRoute = (response: ServerResponse, status: number, code: ErrorCode, headers: Record<string, string> = {}): void => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify({ errors: [{ message: catalogue[code].text, extensions: { code } }] }));
};
