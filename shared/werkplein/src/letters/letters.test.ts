import { AuditEvent, LetterOut, writeLetter, newIds, systemClock, newTrace, childOf } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { requestId, type TestWerkplein, werkpleinForTest } from '../testing/index.ts';

const beheer = 'almelo.functioneelbeheerder';
const list = `query ($first: Int!, $after: String) { almelo { undeliveredLetters(first: $first, after: $after) {
  nodes { id addressee { code name } kind state tries problem nextTryAt waitingBehind } pageInfo { hasNextPage endCursor } } } }`;
const command = (name: string): string => `mutation ($input: LetterInput!) { almelo { ${name}(input: $input) { __typename ... on LetterEnded { state } } } }`;
const SECRET = 'Jan van der Berg 999990019';

/** A Werkplein with letters that were written, refused and tried in vain. */
const written = async (dialect: (typeof dialects)[number]): Promise<TestWerkplein & { ids: string[] }> => {
  const werkplein = await werkpleinForTest(dialect);
  const ctx = { newId: newIds('0141', systemClock), clock: systemClock, trace: childOf(newTrace()) };
  await werkplein.db.write(async (tx) => {
    for (const aggregateId of ['0141:a', '0141:a', '0141:b', '0141:c'])
      await writeLetter(tx, ctx, { to: 'nuo', kind: 'Told', aggregateId, body: { text: SECRET } });
  });
  const rows = await werkplein.db.read.em.find(LetterOut, { order: { entry: 'ASC' } });
  const ids = rows.map(({ id }) => id);
  const set = (index: number, change: Partial<LetterOut>) => werkplein.db.write(({ em }) => em.update(LetterOut, { id: ids[index] as string }, change));
  await set(0, { state: 'REFUSED', problem: 'UNKNOWN_KIND', tries: 1 });
  await set(2, { tries: 5, problem: 'UNREACHABLE' });
  return { ...werkplein, ids };
};

describe.each(dialects)('letters that do not arrive on %s', (dialect) => {
  it('are shown to functional administration without what they say or about whom', async () => {
    const { ask, ids } = await written(dialect);
    const { data, statements } = await ask(beheer, list, { first: 1 });
    const { nodes, pageInfo } = data.almelo.undeliveredLetters;
    const shown = { addressee: { code: 'nuo', name: 'NUO' }, kind: 'Told' };
    expect(nodes).toEqual([{ ...shown, id: ids[0], state: 'REFUSED', tries: 1, problem: 'UNKNOWN_KIND', nextTryAt: null, waitingBehind: 1 }]);
    expect([pageInfo.hasNextPage, statements]).toEqual([true, 1]);
    const next = (await ask(beheer, list, { first: 5, after: pageInfo.endCursor })).data.almelo.undeliveredLetters.nodes;
    expect(next).toMatchObject([{ ...shown, id: ids[2], state: 'WAITING', tries: 5, problem: 'UNREACHABLE', waitingBehind: 0 }]);
    expect(JSON.stringify([nodes, next])).not.toMatch(/Berg|999990019|0141:[abc]/);
    for (const user of ['almelo.klantregisseur', 'wierden.functioneelbeheerder', 'nuo.functioneelbeheerder'])
      expect((await ask(user, list, { first: 1 })).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('are sent again or set aside, by command and once', async () => {
    const { ask, ids, db } = await written(dialect);
    const give = async (name: string, letterId: string, input: object = {}) =>
      (await ask(beheer, command(name), { input: { requestId: requestId(), letterId, ...input } })) as {
        data: { almelo: Record<string, unknown> };
        errors?: { extensions: { code: string } }[];
      };
    const answer = async (name: string, index: number) => (await give(name, ids[index] as string)).data.almelo[name];
    const row = (index: number) => db.read.em.findOneByOrFail(LetterOut, { id: ids[index] as string });
    expect(await answer('sendLetterAgain', 0)).toEqual({ __typename: 'LetterSentAgain' });
    expect(await row(0)).toMatchObject({ state: 'WAITING', tries: 0, problem: null });
    expect(await answer('setLetterAside', 2)).toEqual({ __typename: 'LetterSetAside' });
    expect(await row(2)).toMatchObject({ state: 'SET_ASIDE', body: null });
    expect(await answer('sendLetterAgain', 2)).toEqual({ __typename: 'LetterEnded', state: 'SET_ASIDE' });
    const both = await Promise.all([answer('setLetterAside', 3), answer('setLetterAside', 3)]);
    expect(both.map((each) => (each as { __typename: string }).__typename).toSorted((a, b) => a.localeCompare(b))).toEqual(['LetterEnded', 'LetterSetAside']);
    expect((await give('sendLetterAgain', '0141:none')).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const audited = (await db.read.em.find(AuditEvent)).map(({ action }) => action);
    expect(audited).toContain('sendLetterAgain');
    expect(JSON.stringify(await db.read.em.find(AuditEvent))).not.toMatch(/Berg|999990019/);
  });
});
