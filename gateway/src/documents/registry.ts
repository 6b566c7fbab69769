import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { ConfigurationError } from '@werkplein/kernel';
import { z } from 'zod';

/** A question that was looked at before it was let in. */
export interface TrustedDocument {
  /** Name of its one operation. */
  name: string;
  document: string;
}

/** `sha256:<hex>` of the printed document → the document. */
export type Registry = ReadonlyMap<string, TrustedDocument>;

export const documentId = (document: string): string => `sha256:${createHash('sha256').update(document).digest('hex')}`;

const registrySchema = z.record(z.string(), z.strictObject({ name: z.string().min(1), document: z.string().min(1) }));

/** Reads the registry file; one altered by hand is refused, for its ids would say what is not so. */
export const readRegistry = async (file: string): Promise<Registry> => {
  const refuse = (why: string): ConfigurationError => new ConfigurationError(`${file} ${why}. Run npm run generate, or set TRUSTED_DOCUMENTS_FILE.`);
  const text = await readFile(file, 'utf8').catch(() => {
    throw refuse('cannot be read');
  });
  const parsed = registrySchema.safeParse(
    await Promise.resolve(text)
      .then(JSON.parse)
      .catch(() => null),
  );
  if (!parsed.success) throw refuse('is no registry of documents');
  const entries = Object.entries(parsed.data);
  const altered = entries.find(([id, { document }]) => id !== documentId(document));
  if (altered) throw refuse(`has another document under the id of ${altered[1].name}`);
  return new Map(entries);
};
