import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { catalogue, type ErrorCode, protocolCodes } from './catalogue.ts';
import { refusedValueProblem } from './redact.ts';

export { catalogue, type ErrorCode, protocolCodes } from './catalogue.ts';

/** One thing wrong with an input. `path` names the field, e.g. `['input', 'birthDate']`; `message` is Dutch and never repeats the value. */
export interface Problem {
  path: (string | number)[];
  message: string;
}

/** A fault with a code of the catalogue. Its text may reach the caller; it holds no personal data. */
export const fault = (code: ErrorCode, extensions: Record<string, unknown> = {}, headers: Readonly<Record<string, string>> = {}): GraphQLError => {
  const http = catalogue[code].http === 200 ? {} : { http: { status: catalogue[code].http, headers: new Map(Object.entries(headers)) } };
  return new GraphQLError(catalogue[code].text, { extensions: { code, ...extensions, ...http } });
};

/** All problems of an input in one answer; nothing has been written. */
export const badInput = (problems: Problem[]): GraphQLError => fault('BAD_INPUT', { problems });

const passes = new Set<unknown>([...Object.keys(catalogue), ...protocolCodes]);
const passedExtensions = ['code', 'problems', 'service', 'reference', 'current', 'cost', 'limit', 'count', 'purposes'] as const;

/**
 * What leaves: a known code with its own extensions, or INTERNAL with a number to quote.
 * `report` gets the original of every INTERNAL, with that number; `codeOf` may know what a caller can do about an error of somebody else's.
 */
export const errorFormatter =
  (report: (original: unknown, reference: string) => void, codeOf: (cause: unknown) => ErrorCode | null = () => null) =>
  (formatted: GraphQLFormattedError, original: unknown): GraphQLFormattedError => {
    const refused = refusedValueProblem(formatted.message, original);
    if (refused)
      return { message: catalogue.BAD_INPUT.text, ...(formatted.path && { path: formatted.path }), extensions: { code: 'BAD_INPUT', problems: [refused] } };
    const code = formatted.extensions?.['code'];
    if (passes.has(code) && code !== 'INTERNAL') {
      const extensions = Object.fromEntries(
        passedExtensions.flatMap((key) => (formatted.extensions?.[key] === undefined ? [] : [[key, formatted.extensions[key]]])),
      );
      return { ...formatted, extensions };
    }
    const recognised = codeOf(original instanceof GraphQLError ? original.originalError : original);
    if (recognised) return { message: catalogue[recognised].text, ...(formatted.path && { path: formatted.path }), extensions: { code: recognised } };
    const known = formatted.extensions?.['reference'];
    const reference = typeof known === 'string' ? known : randomUUID();
    if (known === undefined) report(original, reference);
    return {
      message: catalogue.INTERNAL.text,
      ...(formatted.path && { path: formatted.path }),
      ...(formatted.locations && { locations: formatted.locations }),
      extensions: { code: 'INTERNAL', reference },
    };
  };
