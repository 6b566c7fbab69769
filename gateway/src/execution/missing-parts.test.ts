import { describe, expect, it } from 'vitest';
import { missingParts, placeOfError } from './missing-parts.ts';

describe('what a failed fetch would have brought', () => {
  it.each([
    ['a root field', '{ almelo { name } }', [['almelo']]],
    ['root fields under their response names', 'query ($a: ID!) { a: almelo { name } b: almelo { name } __typename }', [['a'], ['b']]],
    [
      'entities',
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on AlmeloClient { __typename who: name age } } }',
      [['_entities', 0, 'who']],
    ],
  ])('%s', (_, query, paths) => {
    expect(missingParts(query)).toEqual(paths);
  });
});

describe('the place of an error', () => {
  const data = { employers: [{ placements: [{ client: { name: 'A' } }, { client: null }, { client: { name: null } }] }] };
  it.each<[string, unknown, (string | number)[], (string | number)[] | undefined]>([
    ['stays where a null is', data, ['employers', 0, 'placements', 2, 'client', 'name'], ['employers', 0, 'placements', 2, 'client', 'name']],
    ['stays below a null', data, ['employers', 0, 'placements', 1, 'client', 'name'], ['employers', 0, 'placements', 1, 'client', 'name']],
    [
      'moves from a value that is there to the first that misses',
      data,
      ['employers', 0, 'placements', 0, 'client', 'name'],
      ['employers', 0, 'placements', 1, 'client'],
    ],
    ['stays when all is lost', null, ['a', 0], ['a', 0]],
    ['goes when nothing misses', { a: [1] }, ['a', 0], undefined],
    ['goes when it is empty', { a: null }, [], undefined],
  ])('%s', (_, answer, path, place) => {
    expect(placeOfError(answer, path)).toEqual(place);
  });
});
