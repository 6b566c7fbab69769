import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { DocumentNode } from 'graphql';
import { municipalities } from './municipalities.generated.ts';

// An operation of a Werkplein is written once, for Wierden; scripts/web-documents.ts makes the same of it for the documents that production answers.
const EXAMPLE = 'wierden';

const pascal = (field: string): string => field.charAt(0).toUpperCase() + field.slice(1);

const renamed = (node: unknown, field: string): unknown => {
  if (Array.isArray(node)) return node.map((each) => renamed(each, field));
  if (typeof node !== 'object' || node === null) return node;
  const { kind, value } = node as { kind?: string; value?: unknown };
  if (kind === 'Name' && typeof value === 'string') {
    if (value === EXAMPLE) return { ...node, value: field };
    if (/^Wierden[A-Z]/.test(value)) return { ...node, value: pascal(field) + value.slice(EXAMPLE.length) };
    return node;
  }
  const copy = Object.fromEntries(Object.entries(node).map(([key, each]) => [key, renamed(each, field)]));
  // The answer keeps the name that its types have, and that the screens read it by.
  const { name: own, alias } = node as { name?: { value: string }; alias?: object };
  if (kind === 'Field' && own?.value === EXAMPLE && alias === undefined && field !== EXAMPLE) return { ...copy, alias: { kind: 'Name', value: EXAMPLE } };
  if (kind !== 'OperationDefinition') return copy;
  const { name } = copy as { name: { value: string } };
  return { ...copy, name: { ...name, value: `${name.value}${pascal(field)}` } };
};

const made = new Map<DocumentNode, Map<string, DocumentNode>>();

/** The operation for the Werkplein of a municipality (CBS code). Throws for an organisation that has none. */
export const forWerkplein = <D, V>(document: TypedDocumentNode<D, V>, code: string): TypedDocumentNode<D, V> => {
  const municipality = municipalities.find((each) => each.code === code);
  if (!municipality) throw new Error(`There is no Werkplein of ${code}`);
  const byField = made.get(document) ?? new Map<string, DocumentNode>();
  made.set(document, byField);
  const known = byField.get(municipality.field) ?? (renamed(document, municipality.field) as DocumentNode);
  byField.set(municipality.field, known);
  return known;
};

const prefix = new RegExp(`^(${municipalities.map(({ field }) => pascal(field)).join('|')})(?=[A-Z])`);

/** What an answer is, whichever Werkplein gave it: `ClientRegistered` of `AlmeloClientRegistered`. */
export const kindOf = (value: { __typename?: string } | null | undefined): string => (value?.__typename ?? '').replace(prefix, '');
