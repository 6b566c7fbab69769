import { GraphQLError, type GraphQLResolveInfo, Kind, visit } from 'graphql';
import { homeOf } from '../ids/index.ts';

export const isRefusal = (error: unknown): boolean =>
  error instanceof GraphQLError && ['FORBIDDEN', 'PURPOSE_REQUIRED'].includes(String(error.extensions['code']));

/** A well-formed id. Anything else that a caller writes is no id and may be personal: it is not kept. */
export const isId = (value: unknown): value is string => typeof value === 'string' && homeOf(value) !== null;

const idsIn = (value: unknown): string[] => {
  if (isId(value)) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(idsIn) : [];
};

/** Whom a refused field was about: the row it is of, and the ids in its arguments and in those of the fields below it. */
export const askedIds = (source: unknown, { fieldNodes, variableValues }: GraphQLResolveInfo): string[] => {
  const ids = idsIn((source as { id?: unknown } | null | undefined)?.id);
  const collect = (value: unknown): void => void ids.push(...idsIn(value));
  for (const node of fieldNodes) {
    visit(node, { [Kind.STRING]: ({ value }) => collect(value), [Kind.VARIABLE]: ({ name }) => collect(variableValues[name.value]) });
  }
  return ids;
};
