import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { disclosed, loggingStatements, registered, requestId, type TestWerkplein, testDay, werkpleinForTest } from '../testing/index.ts';
import { LadderRow } from './ladder.entity.ts';

const record = `mutation ($input: RecordLadderStepInput!) { almelo { recordLadderStep(input: $input) { __typename
  ... on LadderStepRecorded { measurement { id measuredOn step supersededAt recordedBy { name } } } ... on AlreadyMeasured { measurement { id step } } } } }`;
const recording = async ({ ask }: TestWerkplein, clientId: string, more: object = {}, user = 'almelo.klantregisseur') => {
  const answer = await ask(user, record, { input: { requestId: requestId(), clientId, measuredOn: testDay, step: 2, ...more } });
  return { ...answer, result: answer.data?.almelo?.recordLadderStep };
};
const ladder = async ({ ask }: TestWerkplein, ids: string[], user = 'almelo.klantregisseur') => {
  const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on AlmeloClient { ladder { id measuredOn step supersededAt } } } }';
  const answer = await ask(user, query, { r: ids.map((id) => ({ __typename: 'AlmeloClient', id })) });
  return { ...answer, clients: answer.data._entities };
};

describe.each(dialects)('the participatieladder on %s', (dialect) => {
  it('has one measurement a day; a correction is another fact and the first stays', async () => {
    const served = await werkpleinForTest(dialect);
    const clientId = await registered(served);
    const input = { requestId: requestId() };
    const { result } = await recording(served, clientId, input);
    expect(result.measurement).toMatchObject({ measuredOn: testDay, step: 2, supersededAt: null, recordedBy: { name: 'Demo klantregisseur Almelo' } });
    expect((await recording(served, clientId, input)).result).toEqual(result);
    expect((await recording(served, clientId, { step: 3 })).result).toEqual({
      __typename: 'AlreadyMeasured',
      measurement: { id: result.measurement.id, step: 2 },
    });
    expect((await recording(served, clientId, { step: 3, corrects: result.measurement.id })).result.__typename).toBe('LadderStepRecorded');
    expect((await recording(served, clientId, { step: 4, corrects: result.measurement.id })).result.__typename).toBe('AlreadyMeasured');
    await recording(served, clientId, { measuredOn: '2026-05-01', step: 1 });
    const { clients } = await ladder(served, [clientId]);
    const seen = clients[0].ladder.map(({ measuredOn, step, supersededAt }: { measuredOn: string; step: number; supersededAt: string | null }) => [
      measuredOn,
      step,
      supersededAt !== null,
    ]);
    expect(new Set(seen.map(String))).toEqual(new Set([`${testDay},3,false`, `${testDay},2,true`, '2026-05-01,1,false']));
  });

  it('of two at once on one day keeps one', async () => {
    const served = await werkpleinForTest(dialect);
    const clientId = await registered(served);
    const both = await Promise.all([recording(served, clientId), recording(served, clientId, { step: 3 })]);
    expect(both.map(({ result }) => String(result.__typename)).toSorted()).toEqual(['AlreadyMeasured', 'LadderStepRecorded']);
    expect(await served.db.read.em.count(LadderRow)).toBe(1);
  });

  it.each([
    [{ step: 0 }, ['step']],
    [{ step: 7, measuredOn: '2026-11-24' }, ['step', 'measuredOn']],
    [{ measuredOn: 'x' }, ['measuredOn']],
  ])('refuses %j', async (more, paths) => {
    const served = await werkpleinForTest(dialect);
    const { errors } = await recording(served, await registered(served), more);
    expect(errors?.[0]?.extensions['problems'].map(({ path }: { path: string[] }) => path[1])).toEqual(paths);
    expect(await served.db.read.em.count(LadderRow)).toBe(0);
  });

  it.each(['nuo.jobcoach', 'wierden.klantregisseur', 'almelo.accountmanager'])('is not for %s', async (user) => {
    const served = await werkpleinForTest(dialect);
    const clientId = await registered(served);
    await disclosed(served, clientId);
    expect((await recording(served, clientId, {}, user)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect((await ladder(served, [clientId], user)).clients[0]?.ladder ?? null).toBeNull();
  });

  it('takes one statement for however many clients', async () => {
    const served = await werkpleinForTest(dialect);
    const ids = [await registered(served), await registered(served), await registered(served)];
    for (const id of ids) await recording(served, id);
    const asked = async (...some: string[]) => (await ladder(served, some)).statements - loggingStatements;
    expect([await asked(ids[0] as string), await asked(...ids)]).toEqual([2, 2]);
  });
});
