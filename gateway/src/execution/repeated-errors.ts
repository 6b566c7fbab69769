import { GraphQLError } from 'graphql';

/** The path with every row as one. */
const formOf = (path: readonly (string | number)[]): string => JSON.stringify(path.map((step) => (typeof step === 'number' ? '*' : step)));

/**
 * A field that is refused in every row of a list is one error, at the first row, with the number of rows as `count`:
 * 200 rows would give 200 times the same words, and each null shows its own place already.
 */
export const withoutRepeats = (errors: readonly GraphQLError[]): GraphQLError[] => {
  const counts = new Map<string, number>();
  const keys = errors.map(({ path, extensions }) => (extensions['code'] === 'FORBIDDEN' && path ? `${String(extensions['service'])} ${formOf(path)}` : null));
  for (const key of keys) if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  const told = new Set<string>();
  return errors.flatMap((error, index) => {
    const key = keys[index] ?? null;
    const count = key === null ? 1 : (counts.get(key) ?? 1);
    if (key === null || count === 1) return [error];
    if (told.has(key)) return [];
    told.add(key);
    const { message, path, extensions, originalError } = error;
    return [new GraphQLError(message, { path, extensions: { ...extensions, count }, originalError })];
  });
};
