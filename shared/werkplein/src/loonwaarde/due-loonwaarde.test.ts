import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { DossierRow } from '../dossiers/dossier.entity.ts';
import { disclosed, loggingStatements, registered, requestId, type TestWerkplein, werkpleinForTest } from '../testing/index.ts';
import { establishedLoonwaarde, formTasks, loonwaardeCommand, nuoExpert, regie, requestedLoonwaarde } from '../testing/loonwaarde.ts';
import { LoonwaardeRow } from './loonwaarde.entity.ts';

const operation = (name: string): string => readFileSync(resolve(import.meta.dirname, '../../../../docs/questions', `${name}.graphql`), 'utf8');
const reviews = operation('q06-loonwaarde-reviews');
const overdue = operation('q07-lks-overdue');
const due = (reviewOn: string) => ({ validFrom: '2026-01-01', reviewOn });
const publish = 'mutation ($input: PublishDecisionInput!) { almelo { publishDecision(input: $input) { __typename } } }';
const refuseLks = ({ ask }: TestWerkplein, clientId: string, loonwaardeId: string) =>
  ask(regie, publish, {
    input: { requestId: requestId(), clientId, kind: 'LKS', outcome: 'REFUSED', decidedOn: '2026-11-23', legalBasis: 'Participatiewet art. 10d', loonwaardeId },
  });
const late = ({ db }: TestWerkplein, id: string, lksDecideBy = '2026-11-22') => db.write(({ em }) => em.update(LoonwaardeRow, { id }, { lksDecideBy }));

describe.each(dialects)('loonwaarden that wait on %s', (dialect) => {
  it('are those to be reviewed within thirty days or past it, the newest of each function, earliest first', async () => {
    const served = await werkpleinForTest(dialect);
    const clientId = await registered(served);
    const inTime = await establishedLoonwaarde(served, clientId, due('2026-12-23'), 'A');
    const past = await establishedLoonwaarde(served, clientId, due('2026-11-01'), 'B');
    await establishedLoonwaarde(served, clientId, due('2026-12-24'), 'C');
    await establishedLoonwaarde(served, clientId, due('2026-12-01'), 'D');
    await establishedLoonwaarde(served, clientId, { validFrom: '2026-06-01', reviewOn: '2027-06-01' }, 'D');
    await requestedLoonwaarde(served, clientId, 'E');
    const ids = async (variables: Record<string, unknown> = {}) =>
      (await served.ask(regie, reviews, variables)).data.almelo.loonwaardeReviews.nodes.map(
        (each: { loonwaardebepaling: { id: string } }) => each.loonwaardebepaling.id,
      );
    expect(await ids()).toEqual([past, inTime]);
    const page = (await served.ask(regie, reviews, { first: 1 })).data.almelo.loonwaardeReviews;
    expect(page.pageInfo.hasNextPage).toBe(true);
    expect(await ids({ first: 1, after: page.pageInfo.endCursor })).toEqual([inTime]);
    await served.db.write(({ em }) => em.update(DossierRow, { clientId }, { klantregisseurId: 'another' }));
    expect(await ids({ mine: true })).toEqual([]);
    await served.db.write(({ em }) => em.update(DossierRow, { clientId }, { status: 'CLOSED', openClientId: null, closedOn: '2026-11-23' }));
    expect(await ids()).toEqual([]);
  });

  it('are those past the term without a decision, whatever was decided', async () => {
    const served = await werkpleinForTest(dialect);
    const clientId = await registered(served);
    const undecided = await establishedLoonwaarde(served, clientId, undefined, 'A');
    const decided = await establishedLoonwaarde(served, clientId, undefined, 'B');
    const today = await establishedLoonwaarde(served, clientId, undefined, 'C');
    await late(served, undecided);
    await late(served, decided);
    await late(served, today, '2026-11-23');
    expect((await refuseLks(served, clientId, decided)).data.almelo.publishDecision.__typename).toBe('AlmeloDecisionPublished');
    const { data } = await served.ask(regie, overdue);
    expect(data.almelo.lksOverdue.nodes).toEqual([
      { loonwaardebepaling: expect.objectContaining({ id: undecided, lksDecideBy: '2026-11-22' }), client: expect.objectContaining({ id: clientId }) },
    ]);
  });

  it('are those that the appointed expert has still to measure, of clients whom the NUO may know, earliest first', async () => {
    const served = await werkpleinForTest(dialect);
    const planned = async (plannedOn: string, appointed: object = nuoExpert, shared = true) => {
      const clientId = await registered(served);
      if (shared) await disclosed(served, clientId);
      const id = await requestedLoonwaarde(served, clientId);
      await loonwaardeCommand(served, 'planLoonwaarde', { id, expectedVersion: 1, plannedOn, ...appointed });
      return id;
    };
    const own = { expert: { id: 'demo-almelo-klantregisseur', name: 'K' }, expertOrganisation: '0141' };
    const later = await planned('2026-12-02');
    const sooner = await planned('2026-11-24');
    await planned('2026-11-24', nuoExpert, false);
    const ofRegie = await planned('2026-11-25', own, false);
    const done = await planned('2026-11-23');
    await loonwaardeCommand(served, 'carryOutLoonwaarde', { id: done, expectedVersion: 2, carriedOutOn: '2026-11-23', tasks: formTasks }, 'nuo.jobcoach');
    const visits = '{ almelo { loonwaardeVisits { nodes { loonwaardebepaling { id tasksMax } client { id } } } } }';
    const ids = async (user: string) =>
      (await served.ask(user, visits)).data.almelo.loonwaardeVisits.nodes.map((each: { loonwaardebepaling: object }) => each.loonwaardebepaling);
    expect(await ids('nuo.jobcoach')).toEqual([
      { id: sooner, tasksMax: 5 },
      { id: later, tasksMax: 5 },
    ]);
    expect(await ids('nuo.trajectbegeleider')).toEqual([]);
    expect(await ids(regie)).toEqual([{ id: ofRegie, tasksMax: 5 }]);
    expect((await served.ask('almelo.rapporteur', visits)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it.each(['nuo.jobcoach', 'nuo.coordinator', 'wierden.klantregisseur', 'almelo.rapporteur'])('are not for %s', async (user) => {
    const served = await werkpleinForTest(dialect);
    for (const question of [reviews, overdue]) expect((await served.ask(user, question)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('take the same number of statements however many there are, one more for the klantregisseur', async () => {
    const served = await werkpleinForTest(dialect);
    const asked = async () => {
      const answers = [await served.ask(regie, reviews, { first: 200 }), await served.ask(regie, overdue, { first: 200 })];
      return answers.map(({ statements }) => statements - loggingStatements);
    };
    const another = async () => late(served, await establishedLoonwaarde(served, await registered(served), due('2026-12-01')));
    await another();
    const one = await asked();
    for (let i = 0; i < 3; i += 1) await another();
    expect([one, await asked()]).toEqual([
      [3, 2],
      [3, 2],
    ]);
  });
});
