import { describe, expect, it } from 'vitest';
import { keepTypenames } from './subgraph-answer.ts';

const answer = (...entities: unknown[]) => ({ data: { _entities: entities } });
const asked = (...names: string[]) => ({ representations: names.map((__typename) => ({ __typename, id: '1' })) });

describe('the type of an entity that comes back', () => {
  it.each([
    ['stays what the gateway knows when it is the name that was asked by', [{ __typename: 'Werkplein', n: 1 }], ['Werkplein'], [{ n: 1 }]],
    ['is learnt when it is another', [{ __typename: 'AlmeloClient', id: '1' }], ['Client'], [{ __typename: 'AlmeloClient', id: '1' }]],
    ['is nothing for nobody', [null, { __typename: 'Werkplein' }], ['Werkplein', 'Werkplein'], [null, {}]],
  ])('%s', (_, entities, names, expected) => {
    expect(keepTypenames(answer(...entities), asked(...names)).data).toEqual({ _entities: expected });
  });

  it('of a root field is left alone', () => {
    expect(keepTypenames({ data: { almelo: { __typename: 'AlmeloWerkplein' } } }, undefined).data).toEqual({ almelo: { __typename: 'AlmeloWerkplein' } });
  });
});
