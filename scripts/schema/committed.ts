// A schema with what belongs to it, as it is in the work tree or was in a commit.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { inRoot, root } from '../lib.ts';

export interface Committed {
  supergraph: string;
  /** Name → text of the documents that production answers. */
  documents: ReadonlyMap<string, string>;
  changelog: string | null;
  permissions: string | null;
}

const git = (...args: string[]): string | null => {
  const { status, stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 2 ** 20 });
  return status === 0 ? stdout : null;
};

const committed = (supergraph: string, registry: string | null, changelog: string | null, permissions: string | null): Committed => {
  const documents = Object.values(JSON.parse(registry ?? '{}') as Record<string, { name: string; document: string }>);
  return { supergraph, documents: new Map(documents.map(({ name, document }) => [name, document])), changelog, permissions };
};

const inTree = (path: string): string => readFileSync(inRoot(path), 'utf8');

export const inWorkTree = (): Committed =>
  committed(inTree('schema/supergraph.graphql'), inTree('schema/trusted-documents.json'), inTree('CHANGELOG.md'), inTree('docs/permissions.csv'));

/** Of a commit, or a supergraph alone of a file; null when it is neither. */
export const from = (place: string): Committed | null => {
  const at = (path: string): string | null => git('show', `${place}:${path}`);
  const supergraph = at('schema/supergraph.graphql');
  if (supergraph !== null) return committed(supergraph, at('schema/trusted-documents.json'), at('CHANGELOG.md'), at('docs/permissions.csv'));
  return existsSync(place) ? committed(readFileSync(place, 'utf8'), null, null, null) : null;
};

/** Where this work left `main`; on `main` itself its last commit. Null where git knows no `main`, as in a shallow clone of a branch. */
export const branchPoint = (): string | null => {
  for (const main of ['main', 'origin/main']) {
    const found = git('merge-base', main, 'HEAD')?.trim();
    if (found) return found;
  }
  return null;
};
