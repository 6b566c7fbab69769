// Verifies the chain of an audit from what the database holds and from nothing else: no code of the programs that write it is used here.
import { createHash, createPublicKey, type JsonWebKey, type KeyObject, verify } from 'node:crypto';

/** Rows of one statement; of a datetime the text that the database holds. */
export type Query = (sql: string, parameters?: readonly (string | number)[]) => Promise<Record<string, unknown>[]>;

export interface Verdict {
  /** What does not hold, in words; empty when all does. */
  findings: string[];
  /** Sealed rows that were looked at. */
  rows: number;
  /** Position of the end and, when retention removed rows, of the beginning. */
  head: number;
  base: number;
  /** Rows that committed and are not sealed yet. */
  unsealed: number;
  /** Ends of the chain that were kept elsewhere and are in it. */
  shipped: number;
}

export interface Expected {
  /** CBS code or `nuo`. */
  organisation: string;
  /** Public Ed25519 JWKs. */
  keys: readonly JsonWebKey[];
  /** Signed ends of the chain that were kept elsewhere. */
  shipped?: readonly string[];
  now?: Date;
}

interface Statement {
  organisation: string;
  kind: string;
  position: number;
  hash: string;
}

const PAGE = 5000;
/** A process seals within a second: who waits longer has no process, or a chain on which it refuses to go on. */
const UNSEALED_MS = 300_000;
const NOTHING_BEFORE = '0'.repeat(64);
const columns = 'id, at, employeeId, organisation, action, subjectIds, purpose, traceId, position, hash';

const readStatement = (jws: string, keys: readonly KeyObject[]): Statement | null => {
  const parts = jws.split('.');
  const [header, payload, signature] = parts;
  if (parts.length !== 3 || !header || !payload || !signature) return null;
  const signed = Buffer.from(`${header}.${payload}`);
  if (!keys.some((key) => verify(null, signed, key, Buffer.from(signature, 'base64url')))) return null;
  return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Statement;
};

const hashOf = (previous: string, row: Record<string, unknown>): string => {
  const content = ['position', 'id', 'at', 'employeeId', 'organisation', 'action', 'subjectIds', 'purpose', 'traceId'].map((name) => row[name]);
  return createHash('sha256')
    .update(`${previous}\n${JSON.stringify(content)}`)
    .digest('hex');
};

/** Verifies; ask within one snapshot, or what is sealed meanwhile looks like a fault. */
export const verifyChain = async (query: Query, { organisation, keys: jwks, shipped = [], now = new Date() }: Expected): Promise<Verdict> => {
  const keys = jwks.map((key) => createPublicKey({ key, format: 'jwk' }));
  const findings: string[] = [];
  const signedBy = (jws: unknown, kind: string, what: string): Statement | null => {
    const said = typeof jws === 'string' ? readStatement(jws, keys) : null;
    if (said?.organisation === organisation && said.kind === kind) return said;
    findings.push(`${what} is not signed by a key of ${organisation}`);
    return null;
  };

  const chains = await query('SELECT id, position, hash, head, base FROM audit_chain');
  const [chain] = chains;
  if (chains.length !== 1 || !chain) return { findings: ['audit_chain does not hold its one row'], rows: 0, head: 0, base: 0, unsealed: 0, shipped: 0 };
  // The first start of a program signs the empty chain, so whoever emptied one cannot make it look so.
  const neverBegun = chain['head'] === null && Number(chain['position']) === 0;
  if (neverBegun) findings.push(`no program of ${organisation} ever ran on this database, or somebody took the signed end of its chain away`);
  const head = neverBegun ? null : signedBy(chain['head'], 'HEAD', 'the end of the chain');
  const base = chain['base'] === null ? null : signedBy(chain['base'], 'BASE', 'the beginning of the chain');
  if (head && (head.position !== Number(chain['position']) || head.hash !== chain['hash'])) findings.push('audit_chain says another end than was signed');

  const kept = new Map<number, string>();
  for (const jws of shipped) {
    const said = signedBy(jws, 'HEAD', 'an end that was kept elsewhere');
    if (said) kept.set(said.position, said.hash);
  }

  const begin = base?.position ?? 0;
  let position = begin;
  let hash = base?.hash ?? NOTHING_BEFORE;
  let rows = 0;
  let found = kept.get(position) === hash ? 1 : 0;
  const later = [...kept.keys()].filter((each) => each > begin);
  for (let broken = false; !broken; ) {
    const from = rows === 0 ? Number.MIN_SAFE_INTEGER : position;
    const page = await query(`SELECT ${columns} FROM audit_event WHERE position > ? ORDER BY position LIMIT ${PAGE}`, [from]);
    if (page.length === 0) break;
    for (const row of page) {
      rows += 1;
      const at = Number(row['position']);
      if (at !== position + 1) {
        findings.push(at <= position ? `position ${at} lies before the beginning of the chain` : `positions ${position + 1} up to ${at - 1} are missing`);
        broken = true;
        break;
      }
      position = at;
      hash = hashOf(hash, { ...row, position });
      if (hash !== row['hash']) {
        findings.push(`the row at position ${position} is not the one that was sealed`);
        broken = true;
        break;
      }
      const elsewhere = kept.get(position);
      if (elsewhere === hash) found += 1;
      else if (elsewhere !== undefined) findings.push(`position ${position} is another than the one that was kept elsewhere`);
    }
  }
  if (head && findings.length === 0 && (head.position !== position || head.hash !== hash))
    findings.push(`the chain ends at ${position} and was signed at ${head.position}`);
  const cut = later.filter((each) => each > position);
  if (cut.length > 0) findings.push(`the chain was cut short: an end at ${Math.max(...cut)} was kept elsewhere`);

  const [waiting = {}] = await query('SELECT COUNT(*) AS n, MIN(at) AS oldest FROM audit_event WHERE position IS NULL');
  const unsealed = Number(waiting['n']);
  if (unsealed > 0 && now.getTime() - Date.parse(`${String(waiting['oldest']).replace(' ', 'T')}Z`) > UNSEALED_MS)
    findings.push(`${unsealed} rows are not sealed, the oldest of ${String(waiting['oldest'])}`);
  return { findings, rows, head: head?.position ?? 0, base: begin, unsealed, shipped: found };
};
