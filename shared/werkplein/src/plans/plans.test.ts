import { dialects } from '@werkplein/kernel/testing';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DoelgroepRow } from '../doelgroep/doelgroep.entity.ts';
import { DossierRow } from '../dossiers/dossier.entity.ts';
import type { DossierStatus } from '../dossiers/dossier.rules.ts';
import { disclosed, loggingStatements, registered, requestId, type TestWerkplein, testDay, werkpleinForTest } from '../testing/index.ts';
import { PlanEvaluationRow, PlanRow } from './plan.entity.ts';

const names = { savePlanConcept: 'SavePlanConcept', establishPlan: 'EstablishPlan', evaluatePlan: 'EvaluatePlan', endPlan: 'EndPlan' } as const;
type Command = keyof typeof names;
const refusals: Record<Command, string> = {
  savePlanConcept: '... on DossierClosed { closedOn }',
  establishPlan: '... on PlanNotReady { obstacles } ... on NoPlan { clientId } ... on StepRefused { from }',
  evaluatePlan: '... on NoPlan { clientId } ... on StepRefused { from }',
  endPlan: '... on NoPlan { clientId } ... on StepRefused { from }',
};
const kept =
  'plan { number status version evaluateOn establishedOn endedOn endReason goals { text toStep } writtenBy { name } evaluations { samenspraak outcome } }';
const command = async ({ ask }: TestWerkplein, name: Command, input: object, user = 'almelo.klantregisseur') => {
  const document = `mutation ($input: ${names[name]}Input!) { almelo { ${name}(input: $input) { __typename
    ... on PlanSaved { ${kept} } ... on PlanVersionConflict { currentVersion } ${refusals[name]} } } }`;
  const answer = await ask(user, document, { input: { requestId: requestId(), ...input } });
  return { ...answer, result: answer.data?.almelo?.[name] };
};

const concept = {
  goals: [{ text: 'Betaald werk in het groen', fromStep: 3, toStep: 5, term: '2027-06-01' }],
  support: ['Jobcoach'],
  obligations: [{ code: 'INSCHRIJVEN', legalBasis: 'Participatiewet art. 9 lid 1 onder a', validFrom: '2026-01-01' }],
  nextEvaluationOn: '2027-05-01',
  discussedOn: '2026-11-20',
};
const saving = (served: TestWerkplein, clientId: string, more: object = {}, user?: string) =>
  command(served, 'savePlanConcept', { clientId, ...concept, ...more }, user);
const inIntake = async (served: TestWerkplein, more: Record<string, unknown> = {}, status: DossierStatus = 'INTAKE'): Promise<string> => {
  const clientId = await registered(served, more);
  const period = { axis: 'GRONDSLAG', value: 'NUG', validFrom: '2026-01-01', validUntil: null, source: 'test', supersededAt: null } as const;
  await served.db.write(async ({ em }) => {
    await em.update(DossierRow, { clientId }, { status });
    await em.insert(DoelgroepRow, { ...period, id: `${clientId.slice(0, -1)}g`, clientId, recordedAt: new Date('2026-01-01T00:00:00Z') });
  });
  return clientId;
};
const established = async (served: TestWerkplein, more: object = {}): Promise<string> => {
  const clientId = await inIntake(served);
  await saving(served, clientId, more);
  await command(served, 'establishPlan', { clientId, expectedVersion: 1 });
  return clientId;
};
const entity = (selection: string) => `query ($r: [_Any!]!) { _entities(representations: $r) { ... on AlmeloClient { ${selection} } } }`;
const reading = async ({ ask }: TestWerkplein, selection: string, ids: string[], user = 'almelo.klantregisseur') => {
  const answer = await ask(user, entity(selection), { r: ids.map((id) => ({ __typename: 'AlmeloClient', id })) });
  return { ...answer, clients: answer.data._entities };
};

describe.each(dialects)('a plan van aanpak on %s', (dialect) => {
  it('goes from concept to established, with the dossier into its programme, and is replaced by the next', async () => {
    const served = await werkpleinForTest(dialect);
    const clientId = await inIntake(served);
    const input = { requestId: requestId() };
    const first = await saving(served, clientId, input);
    expect(first.result).toMatchObject({ __typename: 'PlanSaved', plan: { number: 1, status: 'CONCEPT', version: 1, evaluateOn: null } });
    expect((await saving(served, clientId, input)).result).toEqual(first.result);
    expect((await saving(served, clientId, { expectedVersion: 1, support: [] })).result.plan.version).toBe(2);
    const { result } = await command(served, 'establishPlan', { clientId, expectedVersion: 2 });
    expect(result.plan).toMatchObject({ number: 1, status: 'ESTABLISHED', version: 3, evaluateOn: '2027-05-01', establishedOn: testDay });
    expect(await served.db.read.em.findOneBy(DossierRow, { clientId })).toMatchObject({ status: 'IN_PROGRAMME', statusSince: testDay });

    await saving(served, clientId, { goals: [{ ...concept.goals[0], toStep: 6 }] });
    await command(served, 'establishPlan', { clientId, expectedVersion: 1 });
    const { clients } = await reading(
      served,
      'plan { number } plans { number status goals { toStep } } planChanges { part kind key } one: planChanges(from: 1, to: 9) { part }',
      [clientId],
    );
    expect(clients[0]).toEqual({
      plan: { number: 2 },
      plans: [
        { number: 2, status: 'ESTABLISHED', goals: [{ toStep: 6 }] },
        { number: 1, status: 'REPLACED', goals: [{ toStep: 5 }] },
      ],
      planChanges: [
        { part: 'goals', kind: 'CHANGED', key: 'Betaald werk in het groen' },
        { part: 'support', kind: 'ADDED', key: 'Jobcoach' },
      ],
      one: null,
    });
  });

  it('is evaluated with the client and ended, and then nothing of it changes', async () => {
    const served = await werkpleinForTest(dialect);
    const clientId = await established(served);
    const evaluation = { clientId, expectedVersion: 2, evaluatedOn: testDay, samenspraak: true, outcome: 'Gaat goed.', nextEvaluationOn: '2027-03-01' };
    expect((await command(served, 'evaluatePlan', evaluation)).result.plan).toMatchObject({
      version: 3,
      evaluateOn: '2027-03-01',
      evaluations: [{ samenspraak: true, outcome: 'Gaat goed.' }],
    });
    expect((await command(served, 'endPlan', { clientId, expectedVersion: 3, reason: 'Werk gevonden' })).result.plan).toMatchObject({
      status: 'ENDED',
      endedOn: testDay,
      endReason: 'Werk gevonden',
      evaluateOn: null,
    });
    const refused = { __typename: 'StepRefused', from: 'ENDED' };
    expect((await command(served, 'evaluatePlan', { ...evaluation, expectedVersion: 4 })).result).toEqual(refused);
    expect((await command(served, 'endPlan', { clientId, expectedVersion: 4, reason: 'x' })).result).toEqual(refused);
    expect((await command(served, 'establishPlan', { clientId, expectedVersion: 4 })).result).toEqual(refused);
    const without = await inIntake(served);
    expect((await command(served, 'endPlan', { clientId: without, expectedVersion: 1, reason: 'x' })).result).toEqual({
      __typename: 'NoPlan',
      clientId: without,
    });
  });

  it('is not established before its time: each obstacle is named and nothing is written', async () => {
    const served = await werkpleinForTest(dialect);
    const clientId = await registered(served);
    await saving(served, clientId, { discussedOn: null, goals: [] });
    expect((await command(served, 'establishPlan', { clientId, expectedVersion: 1 })).result).toEqual({
      __typename: 'PlanNotReady',
      obstacles: ['NOT_DISCUSSED', 'NO_GOALS', 'DOSSIER_NOT_IN_INTAKE', 'NO_GRONDSLAG'],
    });
    expect(await served.db.read.em.findOneBy(PlanRow, { clientId })).toMatchObject({ status: 'CONCEPT', version: 1 });
  });

  it.each(['savePlanConcept', 'establishPlan', 'evaluatePlan', 'endPlan'] as const)('of two %s at once one wins', async (name) => {
    const served = await werkpleinForTest(dialect);
    const clientId = name === 'savePlanConcept' || name === 'establishPlan' ? await inIntake(served) : await established(served);
    if (name === 'establishPlan') await saving(served, clientId);
    const input = {
      savePlanConcept: concept,
      establishPlan: { expectedVersion: 1 },
      evaluatePlan: { expectedVersion: 2, evaluatedOn: testDay, samenspraak: false, outcome: 'x', nextEvaluationOn: '2027-03-01' },
      endPlan: { expectedVersion: 2, reason: 'x' },
    }[name];
    const both = await Promise.all([command(served, name, { clientId, ...input }), command(served, name, { clientId, ...input })]);
    const lost = name === 'establishPlan' || name === 'endPlan' ? 'StepRefused' : 'PlanVersionConflict';
    expect(both.map(({ result }) => String(result.__typename)).toSorted()).toEqual([lost, 'PlanSaved'].toSorted());
    expect(await served.db.read.em.count(PlanRow)).toBe(1);
    expect(await served.db.read.em.count(PlanEvaluationRow)).toBe(name === 'evaluatePlan' ? 1 : 0);
  });

  it('refuses what cannot be, all in one answer, and writes nothing', async () => {
    const served = await werkpleinForTest(dialect);
    const goal = { text: 'x'.repeat(2001), fromStep: 0, toStep: 7, term: 'x' };
    const duty = { code: '', legalBasis: 'x', validFrom: '2026-02-01', validUntil: '2026-01-01' };
    const wrong = { goals: [goal], support: ['a', 'a'], obligations: [duty], nextEvaluationOn: '2027-05-24', discussedOn: '2026-11-24' };
    const { errors } = await saving(served, await inIntake(served), wrong);
    expect(errors?.[0]?.extensions['problems'].map(({ path }: { path: string[] }) => path.slice(1).join('.')).toSorted()).toEqual([
      'discussedOn',
      'goals.0.fromStep',
      'goals.0.term',
      'goals.0.text',
      'goals.0.toStep',
      'nextEvaluationOn',
      'obligations.0.code',
      'obligations.0.validUntil',
      'support',
    ]);
    expect(await served.db.read.em.count(PlanRow)).toBe(0);
  });

  it.each(['nuo.jobcoach', 'nuo.trajectbegeleider', 'nuo.werkleider', 'nuo.coordinator', 'wierden.klantregisseur', 'almelo.accountmanager'])(
    'is never for %s',
    async (user) => {
      const served = await werkpleinForTest(dialect);
      const clientId = await established(served);
      await disclosed(served, clientId);
      expect((await saving(served, clientId, {}, user)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
      const { clients, errors } = await reading(served, 'plan { number } plans { number } planChanges { part }', [clientId], user);
      expect(Object.values(clients[0] ?? {}).filter((value) => value !== null)).toEqual([]);
      expect(errors?.map(({ extensions }) => extensions['code'])).toContain('FORBIDDEN');
      const due = await served.ask(user, '{ almelo { planEvaluationsDue(within: 300) { nodes { dueOn } } } }');
      expect([due.data.almelo?.planEvaluationsDue ?? null, due.errors?.[0]?.extensions['code']]).toEqual([null, 'FORBIDDEN']);
    },
  );
});

const question = readFileSync(resolve(import.meta.dirname, '../../../../docs/questions/q06-plan-evaluations-due.graphql'), 'utf8');
describe.each(dialects)('plans to evaluate on %s', (dialect) => {
  it('are those within the days and those that are late, by day, page by page', async () => {
    const served = await werkpleinForTest(dialect);
    const soon = await established(served, { nextEvaluationOn: '2026-12-23' });
    await established(served, { nextEvaluationOn: '2026-12-24' });
    const late = await established(served, { nextEvaluationOn: testDay });
    await served.db.write(({ em }) => em.update(PlanRow, { clientId: late }, { evaluateOn: '2026-11-22' }));
    const closed = await established(served, { nextEvaluationOn: '2026-12-01' });
    await served.db.write(({ em }) => em.update(DossierRow, { clientId: closed }, { openClientId: null, status: 'CLOSED', closedOn: testDay }));
    const asked = async (variables: object) =>
      (await served.ask('almelo.klantregisseur', question, { within: 30, ...variables })).data.almelo.planEvaluationsDue;
    const { nodes } = await asked({});
    expect(nodes.map(({ dueOn, overdue, client }: { dueOn: string; overdue: boolean; client: { id: string } }) => [dueOn, overdue, client.id])).toEqual([
      ['2026-11-22', true, late],
      ['2026-12-23', false, soon],
    ]);
    const page = await asked({ first: 1 });
    expect([page.nodes[0].client.id, page.pageInfo.hasNextPage]).toEqual([late, true]);
    expect((await asked({ first: 1, after: page.pageInfo.endCursor })).nodes[0].client.id).toBe(soon);
    await served.db.write(({ em }) => em.update(DossierRow, { clientId: soon }, { klantregisseurId: 'k2' }));
    expect((await asked({ mine: true })).nodes).toHaveLength(1);
    const refused = await served.ask('almelo.klantregisseur', question, { within: 400 });
    expect(refused.errors?.[0]?.extensions['code']).toBe('BAD_INPUT');
  });

  it('take the same number of statements however many there are', async () => {
    const served = await werkpleinForTest(dialect);
    const asked = async () => (await served.ask('almelo.klantregisseur', question, { within: 366 })).statements - loggingStatements;
    await established(served);
    const one = await asked();
    for (let i = 0; i < 4; i += 1) await established(served);
    expect([one, await asked()]).toEqual([5, 5]);
  });
});
