import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { keepTypenames, placed } from './subgraph-answer.ts';

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

describe('the place of an error of a whole fetch', () => {
  const refused = (path?: string[]) => new GraphQLError('Nee', { ...(path && { path }), extensions: { code: 'FORBIDDEN', service: 'almelo' } });
  const parts = [['_entities', 0, 'name'], ['b']];
  it.each([
    ['is each part that it would have brought', { data: null, errors: [refused()] }, parts],
    ['is left when it names one', { data: null, errors: [refused(['a'])] }, [['a']]],
    ['is left beside what was answered', { data: { a: 1 }, errors: [refused()] }, [undefined]],
    ['is none without an error', { data: null }, undefined],
  ])('%s', (_, answer, places) => {
    const { errors } = placed(answer, () => parts);
    expect(errors?.map(({ path }) => path)).toEqual(places);
    for (const error of errors ?? []) expect([error.message, error.extensions]).toEqual(['Nee', { code: 'FORBIDDEN', service: 'almelo' }]);
  });
});
