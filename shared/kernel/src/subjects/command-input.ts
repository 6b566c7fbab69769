import { coerceInputValue, type GraphQLInputType } from 'graphql';
import { badInput, type Problem } from '../errors/index.ts';

// graphql repeats the value in its message, and that may be a BSN.
const problemOf = (path: readonly (string | number)[], message: string): Problem => {
  const unknown = /^Field "(\w+)" is not defined by type/.exec(message)?.[1];
  if (unknown !== undefined) return { path: [...path, unknown], message: 'Dit veld bestaat niet.' };
  const absent = /^Field "(\w+)" of required type .* was not provided\.$/.exec(message)?.[1];
  if (absent !== undefined) return { path: [...path, absent], message: 'Dit veld is verplicht.' };
  return { path: [...path], message: 'Deze waarde past hier niet.' };
};

/** An object from a file as the input of a command, of the same form as in the graph; all problems in one answer. `elsewhere` are fields that must not stand in it. */
export const readCommandInput = (type: GraphQLInputType, value: unknown, elsewhere: readonly string[]): unknown => {
  const problems: Problem[] = elsewhere.map((field) => ({ path: ['input', field], message: 'Dit staat op de opdrachtregel.' }));
  const input = coerceInputValue(value, type, (path, _value, { message }) => problems.push(problemOf(['input', ...path], message)));
  if (problems.length > 0) throw badInput(problems);
  return input;
};
