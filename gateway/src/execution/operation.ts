import { createHash } from 'node:crypto';

const LONGEST = 80;
/** A caller chooses the name, so it could hold a BSN; logs keep a hash then. */
const number = /\d{8}/;

/** How the logs name what a caller asked: the operation's name, else a hash of its document. */
export const operationOf = (name: string | null | undefined, document: string): string =>
  name && name.length <= LONGEST && !number.test(name) ? name : createHash('sha256').update(document).digest('hex').slice(0, 32);
