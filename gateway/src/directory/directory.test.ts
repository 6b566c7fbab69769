import { demoUsers, municipalities } from '@werkplein/kernel';
import { graphql } from 'graphql';
import { describe, expect, it } from 'vitest';
import { almeloId, wierdenId } from '../testing/subgraphs.ts';
import { directorySchema } from './directory.ts';

const schema = directorySchema(municipalities);
const ask = async (source: string) =>
  JSON.parse(JSON.stringify(await graphql({ schema, source, contextValue: { principal: demoUsers.get('wierden.klantregisseur') } })));
const entities = async (...representations: string[]) => {
  const { data, errors } = await ask(
    `{ _entities(representations: [${representations.join(',')}]) { __typename ... on Client { id } ... on Werkplein { municipality } } }`,
  );
  expect(errors).toBeUndefined();
  return data._entities;
};

describe('the directory', () => {
  it('knows every Werkplein', async () => {
    const { data } = await ask('{ werkpleinen { __typename municipality } }');
    expect(data.werkpleinen).toEqual(municipalities.map(({ name, code }) => ({ __typename: `${name}Werkplein`, municipality: code })));
  });

  it.each([
    ['0189', { __typename: 'WierdenWerkplein', municipality: '0189' }],
    ['GM0189', { __typename: 'WierdenWerkplein', municipality: '0189' }],
    ['0363', null],
  ])('answers for the Werkplein of %s', async (code, werkplein) => {
    expect((await ask(`{ werkplein(municipality: "${code}") { __typename municipality } }`)).data.werkplein).toEqual(werkplein);
  });

  it.each([
    ['of Almelo', almeloId, 'AlmeloClient'],
    ['of Wierden', wierdenId, 'WierdenClient'],
    ['of a municipality that does not take part', almeloId.replace('0141', '0363'), undefined],
    ['of the NUO', almeloId.replace('0141', 'nuo'), undefined],
    ['without a uuid', '0141:1', undefined],
    ['that is empty', '', undefined],
  ])('says whose an id is: %s', async (_, id, typename) => {
    const client = typename === undefined ? null : { __typename: typename, id };
    expect((await ask(`{ client(id: "${id}") { __typename id } }`)).data.client).toEqual(client);
    expect(await entities(`{ __typename: "Client", id: "${id}" }`)).toEqual([client]);
  });

  it('answers for references to interfaces and to concrete types at once, each for itself', async () => {
    expect(
      await entities(
        '{ __typename: "Client", id: "nobody" }',
        `{ __typename: "AlmeloClient", id: "${almeloId}" }`,
        `{ __typename: "AlmeloClient", id: "${wierdenId}" }`,
        '{ __typename: "Werkplein", municipality: "0141" }',
        '{ __typename: "WierdenWerkplein", municipality: "0141" }',
      ),
    ).toEqual([null, { __typename: 'AlmeloClient', id: almeloId }, null, { __typename: 'AlmeloWerkplein', municipality: '0141' }, null]);
  });

  it('says who asks', async () => {
    expect((await ask('{ me { id name organisation { code name } roles } }')).data.me).toEqual({
      id: 'demo-wierden-klantregisseur',
      name: 'Demo klantregisseur Wierden',
      organisation: { code: '0189', name: 'Wierden' },
      roles: ['klantregisseur'],
    });
  });
});
