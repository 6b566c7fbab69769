import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const MANIFEST = 'manifest.json';
export const FORMAT = 'werkplein-backup/1';

/** What a backup says of itself. */
export interface Manifest {
  format: typeof FORMAT;
  organisation: string;
  /** When the rows were read: what was acknowledged before is in it. */
  takenAt: string;
  dialect: 'sqlite' | 'mariadb';
  file: string;
  bytes: number;
  sha256: string;
  /** Names of the migrations that had run: the version of its tables. */
  migrations: string[];
  /** Table → rows. */
  rows: Record<string, number>;
  /** The signed end of the audit chain, just before. */
  auditHead: string | null;
}

export const sha256Of = async (file: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file)) hash.update(part as Buffer);
  return hash.digest('hex');
};

export const dialectOf = (url: string): Manifest['dialect'] => (url.startsWith('file:') ? 'sqlite' : 'mariadb');

export const readManifest = (folder: string): Manifest => {
  const manifest = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as Manifest;
  if ((manifest.format as string) !== FORMAT) throw new Error(`${folder} is no backup of this program (${FORMAT}).`);
  return manifest;
};
