import type { ErrorCode } from '../errors/catalogue.ts';

/** Refuses a request as a whole, before GraphQL has a say. */
export class Refused extends Error {
  override name = 'Refused';
  constructor(
    readonly code: ErrorCode,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(code);
  }
}
