import { GraphQLError } from 'graphql';
import { expect, it } from 'vitest';
import { withoutRepeats } from './repeated-errors.ts';

const error = (path: (string | number)[], code = 'FORBIDDEN', service = 'almelo') => new GraphQLError('x', { path, extensions: { code, service } });

it('makes one error of a field that is refused in every row, at the first row, with their number', () => {
  const errors = withoutRepeats([
    ...Array.from({ length: 200 }, (_, row) => error(['employers', 'nodes', row, 'client'])),
    error(['employers', 'nodes', 0, 'note']),
    error(['employers', 'nodes', 3, 'client'], 'FORBIDDEN', 'wierden'),
    error(['employers', 'nodes', 3, 'name'], 'INTERNAL'),
    error(['employers', 'nodes', 4, 'name'], 'INTERNAL'),
  ]);
  expect(errors.map(({ path, extensions }) => [path?.join('.'), extensions['code'], extensions['service'], extensions['count']])).toEqual([
    ['employers.nodes.0.client', 'FORBIDDEN', 'almelo', 200],
    ['employers.nodes.0.note', 'FORBIDDEN', 'almelo', undefined],
    ['employers.nodes.3.client', 'FORBIDDEN', 'wierden', undefined],
    ['employers.nodes.3.name', 'INTERNAL', 'almelo', undefined],
    ['employers.nodes.4.name', 'INTERNAL', 'almelo', undefined],
  ]);
});
