import { dialects } from '@werkplein/kernel/testing';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DisclosureRow } from '../disclosures/disclosure.entity.ts';
import { DossierRow } from '../dossiers/dossier.entity.ts';
import { PlanRow } from '../plans/plan.entity.ts';
import { dossierIn } from '../testing/dossiers.ts';
import { disclosed, loggingStatements, registered, sharedWerkplein } from '../testing/index.ts';
import { establishedLoonwaarde } from '../testing/loonwaarde.ts';
import { granted, supportCommand } from '../testing/provisions.ts';
import { deadlineKindCodes, deadlineKinds } from './deadline.kinds.ts';

const regie = 'almelo.klantregisseur';
const asked = `query ($until: String!, $first: Int! = 50, $after: String, $of: String, $kinds: [DeadlineKind!]) { almelo {
  deadlines(until: $until, first: $first, after: $after, klantregisseurId: $of, kinds: $kinds) {
    nodes { kind day overdue text source subjectId client { id displayName } } pageInfo { hasNextPage endCursor } } } }`;
interface Node {
  kind: string;
  day: string;
  overdue: boolean;
  client: { id: string };
}

describe.each(dialects)('the deadlines of a caseload on %s', (dialect) => {
  const served = sharedWerkplein(dialect);
  /** A client of a klantregisseur of its own, with a dossier that has no deadline itself. */
  const clientOf = async (klantregisseur: string, more: Record<string, unknown> = {}): Promise<string> => {
    const clientId = await registered(served(), { klantregisseur: { id: klantregisseur, name: 'K' }, ...more });
    await dossierIn(served(), clientId, 'IN_PROGRAMME', { dueOn: null });
    return clientId;
  };
  const ask = async (of: string, variables: object = {}) => {
    const answer = await served().ask(regie, asked, { until: '2027-12-31', of, ...variables });
    return { ...answer, page: answer.data.almelo?.deadlines as { nodes: Node[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
  };
  const kindsOf = async (of: string, variables: object = {}) => (await ask(of, variables)).page.nodes.map(({ kind, day }) => [kind, day]);

  it('hold one of every kind, with the rule that sets the day', async () => {
    const of = 'every-kind';
    const clientId = await clientOf(of);
    await served().db.write(async ({ em }) => {
      await em.update(DossierRow, { clientId }, { dueOn: '2026-11-20' });
      const plan = { id: `${clientId.slice(0, -2)}d1`, clientId, number: 1, status: 'ESTABLISHED' as const, establishedOf: clientId, evaluateOn: '2026-12-01' };
      const written = { writtenById: 'k', writtenByName: 'K', writtenAt: new Date(0), version: 1 };
      await em.insert(PlanRow, {
        ...plan,
        ...written,
        content: { goals: [], support: [], obligations: [], consequences: null, nextEvaluationOn: '2026-12-01', discussedOn: null },
      });
    });
    await disclosed(served(), clientId);
    await served().db.write(({ em }) => em.update(DisclosureRow, { clientId }, { validUntil: '2026-12-02' }));
    await establishedLoonwaarde(served(), clientId, { validFrom: '2026-11-23', reviewOn: '2026-12-29' });
    await granted(served(), clientId, 'PROEFPLAATSING', '2026-11-01', '2026-12-04');
    await granted(served(), clientId, 'LKS', '2026-11-01', '2026-12-05', { forfait: true });
    const decisionId = await granted(served(), clientId, 'PARTICIPATIEPLAATS', '2026-02-23', '2026-12-31');
    const started = await supportCommand(served(), 'startProvision', {
      clientId,
      kind: 'PARTICIPATIEPLAATS',
      executor: 'OWN',
      startsOn: '2026-02-23',
      expectedEndOn: '2026-12-06',
      decisionId,
    });
    const review = started.result.provision.milestones.find(({ kind }: { kind: string }) => kind === 'REVIEW').id;
    await supportCommand(served(), 'settleMilestone', { id: review, settledOn: '2026-11-23', progress: false });
    const exempt = await granted(served(), clientId, 'ONTHEFFING', '2026-11-01', '2027-12-31');
    const parent = { ground: 'SINGLE_PARENT', startsOn: '2026-11-01', endsOn: '2027-11-30', youngestChildBornOn: '2025-06-15' };
    await supportCommand(served(), 'startExemption', { clientId, decisionId: exempt, ...parent });

    const { nodes } = (await ask(of)).page;
    expect([...new Set(nodes.map(({ kind }) => kind))].toSorted()).toEqual(deadlineKindCodes);
    expect(nodes.map(({ day }) => day)).toEqual(nodes.map(({ day }) => day).toSorted());
    expect(nodes.filter(({ overdue }) => overdue).map(({ kind, day }) => [kind, day])).toEqual([
      ['MILESTONE', '2026-08-23'],
      ['MILESTONE', '2026-08-23'],
      ['DOSSIER_STEP', '2026-11-20'],
    ]);
    for (const node of nodes as unknown as Record<string, unknown>[])
      expect(node).toMatchObject({ client: { id: clientId }, subjectId: expect.any(String), source: deadlineKinds[node['kind'] as 'LKS_DECISION'].source });
    const some = await kindsOf(of, { until: '2026-12-03', kinds: ['PLAN_EVALUATION', 'DISCLOSURE_ENDS', 'TRIAL_ENDS'] });
    expect(some).toEqual([
      ['PLAN_EVALUATION', '2026-12-01'],
      ['DISCLOSURE_ENDS', '2026-12-02'],
    ]);
  });

  it('go when what they ask is done: a decision is extended or corrected, a milestone settled, a provision ended, the dossier closed', async () => {
    const of = 'done';
    const clientId = await clientOf(of);
    const first = await granted(served(), clientId, 'PROEFPLAATSING', '2026-11-01', '2026-12-10');
    expect(await kindsOf(of)).toEqual([['TRIAL_ENDS', '2026-12-10']]);
    const corrected = await granted(served(), clientId, 'PROEFPLAATSING', '2026-11-01', '2026-12-15', { revisesId: first });
    expect(await kindsOf(of)).toEqual([['TRIAL_ENDS', '2026-12-15']]);
    await granted(served(), clientId, 'PROEFPLAATSING_VERLENGING', '2026-12-16', '2027-02-15', { extendsId: corrected });
    expect(await kindsOf(of)).toEqual([['TRIAL_ENDS', '2027-02-15']]);
    const { provision } = (
      await supportCommand(served(), 'startProvision', { clientId, kind: 'TRAINING', executor: 'OWN', startsOn: '2026-11-02', expectedEndOn: '2026-11-30' })
    ).result;
    expect(await kindsOf(of)).toEqual([
      ['PROVISION_ENDS', '2026-11-30'],
      ['TRIAL_ENDS', '2027-02-15'],
    ]);
    await supportCommand(served(), 'endProvision', { id: provision.id, expectedVersion: 1, reason: 'COMPLETED', lastDay: '2026-11-20' });
    expect(await kindsOf(of)).toEqual([['TRIAL_ENDS', '2027-02-15']]);
    await dossierIn(served(), clientId, 'CLOSED');
    expect(await kindsOf(of)).toEqual([]);
  });

  it('come page by page in one order, without a gap or a double, while rows come in between', async () => {
    const of = 'pages';
    for (let i = 0; i < 3; i += 1) {
      const clientId = await clientOf(of);
      for (const startsOn of ['2026-11-02', '2026-11-03'])
        await supportCommand(served(), 'startProvision', { clientId, kind: 'TRAINING', executor: 'OWN', startsOn, expectedEndOn: '2026-12-01' });
      await served().db.write(({ em }) => em.update(DossierRow, { clientId }, { dueOn: '2026-12-01' }));
    }
    const whole = (await ask(of)).page.nodes.map((node) => JSON.stringify(node));
    expect(whole).toHaveLength(9);
    const paged: string[] = [];
    let after: string | null = null;
    for (let more = true; more; ) {
      const { nodes, pageInfo }: { nodes: Node[]; pageInfo: { hasNextPage: boolean; endCursor: string } } = (await ask(of, { first: 2, after })).page;
      paged.push(...nodes.map((node) => JSON.stringify(node)));
      more = pageInfo.hasNextPage;
      after = pageInfo.endCursor;
    }
    expect(paged).toEqual(whole);
  });

  it('take as many statements for many as for one, and are of the caller unless another is named', async () => {
    const one = 'one-client';
    const many = 'many-clients';
    for (const [of, count] of [
      [one, 1],
      [many, 4],
    ] as const)
      for (let i = 0; i < count; i += 1) {
        const clientId = await clientOf(of);
        await supportCommand(served(), 'startProvision', { clientId, kind: 'TRAINING', executor: 'OWN', startsOn: '2026-11-02', expectedEndOn: '2026-12-01' });
      }
    const statements = [(await ask(one)).statements, (await ask(many)).statements];
    // The deadlines, and their clients.
    expect(statements).toEqual([2 + loggingStatements, 2 + loggingStatements]);
    const mine = await served().ask(regie, '{ almelo { deadlines(until: "2027-12-31") { nodes { kind } } } }');
    expect(mine.data.almelo.deadlines.nodes).toEqual([]);
    expect((await ask(one, { until: '2027-02-30' })).errors?.[0]?.extensions['problems'][0].path).toEqual(['until']);
  });

  it.each(['nuo.trajectbegeleider', 'wierden.klantregisseur', 'almelo.rapporteur'])('are not for %s', async (user) => {
    const { data, errors } = await served().ask(user, '{ almelo { deadlines(until: "2027-12-31") { nodes { kind } } trialsEnding { nodes { endsOn } } } }');
    expect([data.almelo?.deadlines ?? null, data.almelo?.trialsEnding ?? null]).toEqual([null, null]);
    expect(errors?.every(({ extensions }) => extensions['code'] === 'FORBIDDEN')).toBe(true);
  });
});

const question = readFileSync(resolve(import.meta.dirname, '../../../../docs/questions/q04-trials-ending.graphql'), 'utf8').replace(
  /\n {10}placements[\s\S]*?\n {10}\}/,
  '',
);

describe.each(dialects)('question 4 on %s', (dialect) => {
  const served = sharedWerkplein(dialect);
  it('names trials whose permission ends within the days without an extension, with how long is left by law', async () => {
    const clients = await Promise.all(
      ['2026-12-07', '2026-12-08', '2026-11-09', '2026-11-08'].map(async (endsOn) => {
        const clientId = await registered(served());
        await granted(served(), clientId, 'PROEFPLAATSING', '2026-10-15', endsOn);
        return clientId;
      }),
    );
    const whole = await registered(served());
    const first = await granted(served(), whole, 'PROEFPLAATSING', '2026-06-01', '2026-07-31');
    await granted(served(), whole, 'PROEFPLAATSING_VERLENGING', '2026-08-01', '2026-11-30', { extendsId: first });
    const refused = await registered(served());
    await supportCommand(served(), 'publishDecision', {
      clientId: refused,
      kind: 'PROEFPLAATSING',
      outcome: 'REFUSED',
      decidedOn: '2026-11-01',
      startsOn: '2026-11-01',
      endsOn: '2026-11-30',
      legalBasis: 'x',
    });
    const { data, errors, statements } = await served().ask(regie, question, { withinDays: 14 });
    expect(errors).toBeUndefined();
    interface Trial {
      client: { id: string };
      endsOn: string;
      extended: boolean;
      extendableUntil: string | null;
    }
    const { nodes } = data.almelo.trialsEnding as { nodes: Trial[] };
    expect(nodes.map(({ client, endsOn, extended, extendableUntil }) => [client.id, endsOn, extended, extendableUntil])).toEqual([
      [clients[2], '2026-11-09', false, '2027-04-14'],
      [whole, '2026-11-30', true, null],
      [clients[0], '2026-12-07', false, '2027-04-14'],
    ]);
    // Trials, their first days, the parameters, the clients, their dossiers.
    expect(statements).toBe(5 + loggingStatements);
  });
});
