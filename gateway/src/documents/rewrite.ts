import { Refused } from '@werkplein/kernel';
import type { Registry } from './registry.ts';

export const documentModes = ['only', 'also', 'off'] as const;
/** Whether a request may, must or cannot name a trusted document. */
export type DocumentMode = (typeof documentModes)[number];

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Puts the trusted document in the place of its `documentId` (GraphQL over HTTP, persisted documents); refuses what the mode does not let in. */
export const rewriter =
  (mode: DocumentMode, registry: Registry) =>
  (body: unknown): unknown => {
    // No request at all, or several: refused as such by what follows.
    if (mode === 'off' || !isObject(body)) return body;
    const { documentId, query, ...rest } = body;
    if (documentId === undefined) {
      if (mode === 'only') throw new Refused('TRUSTED_DOCUMENTS_ONLY');
      return body;
    }
    if (query !== undefined) throw new Refused('BAD_INPUT');
    const trusted = typeof documentId === 'string' ? registry.get(documentId) : undefined;
    if (!trusted) throw new Refused('UNKNOWN_DOCUMENT');
    return { ...rest, operationName: rest['operationName'] ?? trusted.name, query: trusted.document };
  };
