import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DocumentNode } from 'graphql';
import { print } from 'graphql';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
// The screens are a project of their own: what they run is loaded here, their types are not.
const load = (file: string): Promise<Record<string, unknown>> => import(resolve(root, file)) as Promise<Record<string, unknown>>;
const { forWerkplein } = (await load('web/src/graph/municipal.ts')) as { forWerkplein(document: DocumentNode, code: string): DocumentNode };
const { municipalities } = (await load('web/src/graph/municipalities.generated.ts')) as { municipalities: readonly { code: string }[] };
const known = JSON.parse(readFileSync(resolve(root, 'schema/trusted-documents.json'), 'utf8')) as Record<string, unknown>;
const files = globSync('web/src/**/*.generated.ts', { cwd: root }).filter((file) => readFileSync(resolve(root, file), 'utf8').includes('TypedDocumentNode'));

/** Under this name a page asks for what it has; see web/src/graph/client.ts. */
const idOf = (document: DocumentNode): string => `sha256:${createHash('sha256').update(print(document)).digest('hex')}`;

describe('the documents of the screens', () => {
  it.each(files)('are known to the gateway under the id that the page sends: %s', async (file) => {
    const documents = Object.entries((await load(file)) as Record<string, DocumentNode>).filter(([name]) => name.endsWith('Document'));
    expect(documents).not.toEqual([]);
    for (const [name, document] of documents) {
      const sent = file.includes('.werkplein.') ? municipalities.map(({ code }) => forWerkplein(document, code)) : [document];
      for (const each of sent) expect(known, `${name} in ${file}`).toHaveProperty([idOf(each)]);
    }
  });
});
