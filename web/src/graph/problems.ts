import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { texts } from '../texts.ts';

/** One thing wrong with what was typed; `field` is its path below `input`, with dots. */
export interface FieldProblem {
  field: string;
  message: string;
}

/** What went wrong with a question or a command, for who asked it. */
export interface Problem {
  /** What happened and what to do, in Dutch. */
  message: string;
  code: string;
  /** Number to quote at the service desk. */
  reference?: string;
  fields: readonly FieldProblem[];
}

/** Codes that say of a part of an answer that it is not for this reader, or not now: the rest stands. */
const partial = new Set(['FORBIDDEN', 'SUBGRAPH_UNAVAILABLE', 'PURPOSE_REQUIRED', 'NOT_FOUND']);

interface Extensions {
  code?: string;
  service?: string;
  reference?: string;
  problems?: { path: (string | number)[]; message: string }[];
}

const each = (error: unknown): { message: string; extensions: Extensions }[] =>
  CombinedGraphQLErrors.is(error) ? error.errors.map(({ message, extensions }) => ({ message, extensions: (extensions ?? {}) as Extensions })) : [];

/** Organisations that did not answer. */
export const absentOf = (error: unknown): string[] => [
  ...new Set(each(error).flatMap(({ extensions: { code, service } }) => (code === 'SUBGRAPH_UNAVAILABLE' && service !== undefined ? [service] : []))),
];

const problemOf = ({ message, extensions }: { message: string; extensions: Extensions }, strict: boolean): Problem => ({
  message:
    extensions.code === 'BAD_INPUT'
      ? strict
        ? texts.problem.badInput
        : texts.problem.badQuestion
      : `${message} ${texts.problem.todo[extensions.code ?? ''] ?? ''}`.trim(),
  code: extensions.code ?? 'INTERNAL',
  ...(extensions.reference !== undefined && { reference: extensions.reference }),
  fields: (extensions.problems ?? []).map(({ path, message: text }) => ({ field: path.slice(path[0] === 'input' ? 1 : 0).join('.'), message: text })),
});

/** No answer came from anybody: a network that is away, or a graph that is. */
export const UNREACHABLE = 'UNREACHABLE';
const unreachable: Problem = { message: texts.problem.unreachable, code: UNREACHABLE, fields: [] };

/** What is wrong with the whole of an answer; null when only parts are missing. With `strict` a missing part is a problem too, as for a command. */
export const problemIn = (error: unknown, strict = false): Problem | null => {
  if (error === undefined || error === null) return null;
  const errors = each(error);
  if (errors.length === 0) return unreachable;
  const found = errors.find(({ extensions }) => strict || !partial.has(extensions.code ?? ''));
  return found ? problemOf(found, strict) : null;
};
