import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { inProgramme, leaves, worldOf } from '../testing/figure-world.ts';
import { recordFollowUp } from '../testing/figures.ts';
import { loggingStatements, registered, requestId } from '../testing/index.ts';
import { OutflowFollowUpRow } from './follow-up.entity.ts';
import { type FollowUpAnswer, resultOf } from './follow-up.rules.ts';

describe('outflow to work', () => {
  it.each<[FollowUpAnswer, FollowUpAnswer, string]>([
    ['YES', 'NO', 'LASTING'],
    ['YES', 'YES', 'NOT_LASTING'],
    ['YES', 'UNKNOWN', 'UNKNOWN'],
    ['NO', 'NO', 'NOT_LASTING'],
    ['NO', 'UNKNOWN', 'NOT_LASTING'],
    ['UNKNOWN', 'YES', 'NOT_LASTING'],
    ['UNKNOWN', 'NO', 'UNKNOWN'],
    ['UNKNOWN', 'UNKNOWN', 'UNKNOWN'],
  ])('of who works %s and has a benefit %s is %s', (works, benefit, result) => expect(resultOf({ works, benefit })).toBe(result));
});

const shown = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on AlmeloClient { outflowFollowUps { id works result supersededAt } } } }';
const record = 'mutation ($input: RecordOutflowFollowUpInput!) { almelo { recordOutflowFollowUp(input: $input) { __typename } } }';

describe.each(dialects)('what became of outflow on %s', (dialect) => {
  it('is recorded once the term is over, once, and corrected by naming it', async () => {
    const world = await worldOf(dialect);
    const { served, at } = world;
    const clientId = await inProgramme(world, '2026-01-05');
    const observed = { clientId, observedOn: '2026-07-16', works: 'YES', benefit: 'NO' };
    at('2026-07-20');
    expect(await recordFollowUp(served, observed)).toEqual({ __typename: 'NoOutflowToWork', clientId });
    at('2026-01-15');
    await leaves(world, clientId, '2026-01-15');
    at('2026-07-20');
    expect(await recordFollowUp(served, { ...observed, observedOn: '2026-07-15' })).toEqual({ __typename: 'OutflowTermRuns', endsOn: '2026-07-16' });
    expect(await served.db.read.em.count(OutflowFollowUpRow)).toBe(0);
    const input = { ...observed, requestId: requestId() };
    const first = await recordFollowUp(served, input);
    expect(first.followUp).toMatchObject({ result: 'LASTING', observedOn: '2026-07-16', recordedBy: { name: 'Demo klantregisseur Almelo' } });
    expect(await recordFollowUp(served, input)).toEqual(first);
    expect(await recordFollowUp(served, { ...observed, works: 'NO' })).toEqual({ __typename: 'OutflowAlreadyFollowedUp', followUp: { id: first.followUp.id } });
    const corrected = await recordFollowUp(served, { ...observed, works: 'NO', corrects: first.followUp.id });
    expect(corrected.followUp.result).toBe('NOT_LASTING');
    const { data, statements } = await served.ask('almelo.klantregisseur', shown, { r: [{ __typename: 'AlmeloClient', id: clientId }] });
    const rows = data._entities[0].outflowFollowUps;
    expect(new Set(rows.map(({ works, supersededAt }: { works: string; supersededAt: string | null }) => `${works} ${supersededAt !== null}`))).toEqual(
      new Set(['NO false', 'YES true']),
    );
    expect(statements).toBe(2 + loggingStatements);
  });

  it('is asked of everybody whose term is over and of whom it is unknown, the longest first, page by page', async () => {
    const world = await worldOf(dialect);
    const { served, at } = world;
    const clients: string[] = [];
    for (const day of ['2026-01-15', '2026-01-10', '2026-02-01', '2026-01-12', '2026-01-13']) {
      const clientId = await inProgramme(world, '2026-01-05');
      await leaves(world, clientId, day, clients.length === 3 ? 'OTHER_INCOME' : 'WORK');
      clients.push(clientId);
    }
    at('2026-07-20');
    const [later, earlier, , , known] = clients;
    await recordFollowUp(served, { clientId: known, observedOn: '2026-07-20', works: 'YES', benefit: 'NO' });
    await recordFollowUp(served, { clientId: earlier, observedOn: '2026-07-20', works: 'UNKNOWN', benefit: 'NO' });
    const list = `query ($first: Int!, $after: String) { almelo { outflowToFollowUp(first: $first, after: $after) {
      nodes { closedOn termEndedOn client { id } } pageInfo { hasNextPage endCursor } } } }`;
    const page = async (first: number, after: string | null = null, user = 'almelo.klantregisseur') => served.ask(user, list, { first, after });
    const all = await page(50);
    expect(all.data.almelo.outflowToFollowUp.nodes).toEqual([
      { closedOn: '2026-01-10', termEndedOn: '2026-07-11', client: { id: earlier } },
      { closedOn: '2026-01-15', termEndedOn: '2026-07-16', client: { id: later } },
    ]);
    // The list and its clients.
    expect(all.statements).toBe(2 + loggingStatements);
    const { nodes, pageInfo } = (await page(1)).data.almelo.outflowToFollowUp;
    expect([nodes.length, pageInfo.hasNextPage]).toEqual([1, true]);
    expect((await page(1, pageInfo.endCursor)).data.almelo.outflowToFollowUp).toMatchObject({
      nodes: [{ client: { id: later } }],
      pageInfo: { hasNextPage: false },
    });
    expect((await page(1, null, 'almelo.rapporteur')).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('is refused of a day that is still to come, or none', async () => {
    const { served } = await worldOf(dialect);
    const clientId = await registered(served);
    for (const observedOn of ['2026-01-06', 'x']) {
      const input = { requestId: requestId(), clientId, observedOn, works: 'YES', benefit: 'NO' };
      const { errors } = await served.ask('almelo.klantregisseur', record, { input });
      expect(errors?.[0]?.extensions['problems'].map(({ path }: { path: string[] }) => path[1])).toEqual(['observedOn']);
    }
  });

  it.each(['nuo.jobcoach', 'wierden.klantregisseur', 'almelo.rapporteur'])('is not for %s', async (user) => {
    const { served } = await worldOf(dialect);
    const clientId = await registered(served);
    const input = { requestId: requestId(), clientId, observedOn: '2026-01-01', works: 'YES', benefit: 'NO' };
    expect((await served.ask(user, record, { input })).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    const { data } = await served.ask(user, shown, { r: [{ __typename: 'AlmeloClient', id: clientId }] });
    expect(data._entities[0]?.outflowFollowUps ?? null).toBeNull();
  });
});
