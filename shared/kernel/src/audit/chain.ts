import { hash, sign, verify, type KeyObject } from 'node:crypto';
import type { JWK } from 'jose';
import { z } from 'zod';
import { ALGORITHM, signingKey, verifyingKey } from '../identity/statement.ts';

/** What stands before the first row. */
export const GENESIS = '0'.repeat(64);

/** A row of `audit_event` as the database holds it; `at` as text, `2026-11-29 05:00:00.000`. */
export interface StoredEvent {
  id: string;
  at: string;
  employeeId: string;
  organisation: string;
  action: string;
  /** The JSON text, byte for byte. */
  subjectIds: string;
  purpose: string | null;
  traceId: string | null;
}

/** The hash of a row at `position`, in hex: over the hash before it and the row as a JSON array. docs/operations.md states it for whoever verifies. */
export const linkHash = (previous: string, position: number, row: StoredEvent): string =>
  hash(
    'sha256',
    `${previous}\n${JSON.stringify([position, row.id, row.at, row.employeeId, row.organisation, row.action, row.subjectIds, row.purpose, row.traceId])}`,
    'hex',
  );

const statementSchema = z.object({
  organisation: z.string(),
  /** HEAD: the chain came to here. BASE: up to and with here retention has removed. */
  kind: z.enum(['HEAD', 'BASE']),
  position: z.number().int(),
  hash: z.string(),
  at: z.iso.datetime(),
});
export type ChainStatement = z.infer<typeof statementSchema>;

/** Signs where the chain of one organisation ends and begins: who can write its database, and has not this key, cannot. */
export interface AuditSigner {
  /** A compact JWS (RFC 7515) with EdDSA. */
  sign(statement: Omit<ChainStatement, 'organisation'>): string;
  /** What was signed by one of our keys for our organisation, or null. */
  read(jws: string): ChainStatement | null;
}

const base64url = (text: string): string => Buffer.from(text).toString('base64url');

const readSigned = (jws: string, keys: readonly KeyObject[]): ChainStatement | null => {
  const [header = '', payload = '', signature = ''] = jws.split('.');
  const text = Buffer.from(`${header}.${payload}`);
  if (!keys.some((key) => verify(null, text, key, Buffer.from(signature, 'base64url')))) return null;
  return statementSchema.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
};

/** Of private Ed25519 keys: the first signs, all are believed. */
export const auditSigner = (organisation: string, keys: readonly JWK[]): AuditSigner => {
  const [first] = keys.map(signingKey);
  if (!first) throw new Error('There is no key of the audit chain.');
  const believed = keys.map(verifyingKey);
  const header = base64url(JSON.stringify({ alg: ALGORITHM }));
  return {
    sign: (statement) => {
      const text = `${header}.${base64url(JSON.stringify({ organisation, ...statement }))}`;
      return `${text}.${sign(null, Buffer.from(text), first).toString('base64url')}`;
    },
    read: (jws) => {
      const statement = readSigned(jws, believed);
      return statement?.organisation === organisation ? statement : null;
    },
  };
};
