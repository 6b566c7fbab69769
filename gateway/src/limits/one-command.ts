import { OperationTypeNode } from 'graphql';
import { type Limit, placeOf } from './document.ts';

/**
 * A mutation holds at most one command. Commands stand below a grouping root field (`almelo { registerClient }`),
 * and below the root GraphQL promises no order, so of two nobody could say which came first.
 */
export const oneCommand: Limit = ({ operation, visits }) => {
  if (operation.operation !== OperationTypeNode.MUTATION) return null;
  const commands = new Set(visits.filter(({ depth, introspection }) => depth === 2 && !introspection).map(placeOf));
  return commands.size > 1 ? 'ONE_COMMAND' : null;
};
