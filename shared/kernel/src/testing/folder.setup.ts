import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    databaseFolder: string;
  }
}

/** Where the SQLite databases of this run are, removed at the end. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'werkplein-databases-'));
  project.provide('databaseFolder', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
