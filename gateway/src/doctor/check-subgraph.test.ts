import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newKeyPair, signer, statementVerifier } from '@werkplein/kernel';
import { expect, it, onTestFinished } from 'vitest';
import { municipalResolvers, municipalSdl, serveFake } from '../testing/subgraphs.ts';
import { checkSubgraph } from './check-subgraph.ts';

const told = async (...asked: Parameters<typeof checkSubgraph>): Promise<string[]> =>
  (await checkSubgraph(...asked)).map(({ grade, found, advice }) => {
    expect(advice !== '').toBe(grade !== 'goed');
    return `${grade}: ${found}`;
  });

const served = async () => {
  const keys = await newKeyPair();
  const verify = await statementVerifier(keys.publicJwk, 'gateway', 'almelo');
  const almelo = await serveFake(municipalSdl('Almelo', 'almelo'), municipalResolvers('Almelo', 'almelo', '0141', []), verify);
  onTestFinished(() => almelo.stop());
  return { url: `${almelo.url}/graphql`, sign: signer(keys.privateJwk, 'gateway') };
};

/** Answers everything alike. */
const serveText = async (text: string, date = new Date()): Promise<string> => {
  const server = createServer((_, response) => {
    response.sendDate = false;
    response.setHeader('date', date.toUTCString()).end(text);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
};

it('a subgraph that is well takes our signature', async () => {
  const { url, sign } = await served();
  expect(await told('almelo', url, undefined, sign)).toEqual([
    expect.stringMatching(/^goed: antwoordt, versie 20/),
    'goed: de klok loopt gelijk',
    'goed: neemt onze handtekening aan',
  ]);
});

it('one that has the key of another gateway is seen', async () => {
  const { url } = await served();
  const { privateJwk } = await newKeyPair();
  expect(await told('almelo', url, undefined, signer(privateJwk, 'gateway'))).toContain('fout: weigert onze handtekening (401)');
});

it('one of another version with a clock that is off is seen', async () => {
  const { sign } = await served();
  const url = await serveText('{"version":"2020.1.0"}', new Date(Date.now() - 90_000));
  const findings = await told('almelo', url, undefined, sign);
  expect(findings[0]).toMatch(/^let op: antwoordt, maar is van versie 2020\.1\.0 en wij van 20/);
  expect(findings[1]).toMatch(/^fout: de klok scheelt (89|90) seconden met de onze$/);
});

it.each([
  ['nobody listens', async () => 'http://127.0.0.1:1/graphql', 'ECONNREFUSED'],
  ['something else answers', () => serveText('<html>'), 'geen antwoord'],
])('where %s it is not reached', async (_, place, code) => {
  const { sign } = await served();
  expect(await told('almelo', await place(), undefined, sign)).toEqual([`fout: niet bereikbaar (${code})`]);
});
