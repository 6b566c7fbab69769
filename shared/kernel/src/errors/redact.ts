import { GraphQLError } from 'graphql';
import type { Problem } from './index.ts';

const unfit = 'Deze waarde past hier niet, of er ontbreekt een verplicht veld.';
/** Of a value in the document, where nobody validated it before: the directory of the gateway. */
const refusedArgument = /^Argument "(\w+)"(?: of .*)? has invalid value /;
const refusedVariable = /^Variable "\$(\w+)" got invalid value /;

/**
 * graphql repeats a refused value in its message, and that may be a BSN: the problem keeps its path
 * and the reason of our own scalars, and loses the value. Null when the error is of another kind.
 */
export const refusedValueProblem = (message: string, original: unknown): Problem | null => {
  const argument = refusedArgument.exec(message)?.[1];
  if (argument !== undefined) return { path: [argument], message: unfit };
  const variable = refusedVariable.exec(message)?.[1];
  if (variable === undefined) return null;
  const cause = original instanceof GraphQLError ? original.originalError : undefined;
  const reason = cause?.message ?? '';
  const place = message.endsWith(`; ${reason}`) ? message.slice(0, message.length - reason.length - 2) : '';
  const path = new RegExp(` at "${variable}([\\w.[\\]]*)"$`).exec(place)?.[1] ?? '';
  const steps = [...path.matchAll(/\.(\w+)|\[(\d+)\]/g)].map(([, name, index]) => name ?? Number(index));
  // Only our scalars are known to give a reason without the value.
  const ours = /^\w+: (Verwacht: .*)$/.exec(reason)?.[1];
  return { path: [variable, ...steps], message: ours ?? unfit };
};
