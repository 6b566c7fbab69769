import { everyTriple } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { ServiceOrder } from '../orders/index.ts';
import { insertOrders, orderRow } from '../orders/service-order.testing.ts';
import { Participant } from '../participants/participant.entity.ts';
import { command } from '../testing/colleagues.ts';
import { idOf, loggingStatements, nuoForTest, testDemo, type TestNuo, testId } from '../testing/index.ts';
import { LearningLine, LearningStep } from './learning.entity.ts';
import { learningStepMachine, type LearningStepState, type LearningStepStep } from './learning.machine.ts';

const coach = 'nuo.jobcoach';
const fields =
  'learningLine { id version progress { planned busy achieved stopped } steps { id status version position startedOn finishedOn certificates { number } } }';
const of = (...types: string[]): string => types.map((type) => `... on ${type} { ${fields} }`).join(' ');
const perAnswer: Record<string, string[]> = {
  startLearningLine: ['LearningLineChanged', 'LearningLineOpen'],
  changeLearningLine: ['LearningLineChanged', 'LearningLineEnded', 'LearningVersionConflict'],
  endLearningLine: ['LearningLineChanged', 'LearningLineEnded', 'LearningVersionConflict'],
  planLearningStep: ['LearningStepChanged', 'LearningLineEnded'],
  writeLearningNote: ['LearningLineChanged'],
};
const send = (nuo: TestNuo, name: string, input: object, user = coach) =>
  command(nuo, user, name, input, of(...(perAnswer[name] ?? ['LearningStepChanged', 'LearningVersionConflict'])));
const line = { goal: 'Leren inpakken', startsOn: '2026-06-01', expectedEndOn: '2026-12-31' };
const facts = { module: 'Orders verzamelen', workKind: 'Magazijn', goal: 'Zelf een order verzamelen' };
const start = (nuo: TestNuo, n = 0, more: object = {}) => send(nuo, 'startLearningLine', { participantId: idOf('participant', n), ...line, ...more });
const entities =
  'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Client { learningLine { goal progress { planned busy achieved stopped } steps { module certificates { number issuer issuedOn } } notes { text } } } } }';

describe.each(dialects)('a learning line on %s', (dialect) => {
  it('goes from its first step to a certificate, and regie sees how far it is', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const { learningLine } = await start(nuo, 1);
    const planned = [facts, { ...facts, module: 'Heftruck', placementId: idOf('placement', 1) }];
    const steps: string[] = [];
    for (const each of planned) steps.push((await send(nuo, 'planLearningStep', { learningLineId: learningLine.id, ...each })).learningLine.steps.at(-1).id);
    const [first, second] = steps;
    await send(nuo, 'startLearningStep', { stepId: first, expectedVersion: 1, on: '2026-06-02' });
    await send(nuo, 'achieveLearningStep', { stepId: first, expectedVersion: 2, on: '2026-07-02' });
    const certificate = { number: 'PV-1', issuedOn: '2026-07-20', issuer: 'Leerbedrijf Hoek' };
    const certified = await send(nuo, 'recordPracticeCertificate', { stepId: first, expectedVersion: 3, ...certificate });
    expect(certified.learningLine.steps).toMatchObject([
      { status: 'ACHIEVED', position: 1, certificates: [{ number: 'PV-1' }] },
      { status: 'PLANNED', position: 2 },
    ]);
    expect((await send(nuo, 'recordPracticeCertificate', { stepId: first, expectedVersion: 4, ...certificate })).__typename).toBe('CertificateKnown');
    await send(nuo, 'startLearningStep', { stepId: second, expectedVersion: 1, on: '2026-07-03' });
    await send(nuo, 'writeLearningNote', { learningLineId: learningLine.id, stepId: second, text: 'Vindt het lastig' });
    const ask = (user: string) => nuo.ask(user, entities, { of: [{ __typename: 'Client', id: idOf('client', 1, '0189') }] });
    const regie = await ask('wierden.klantregisseur');
    expect(regie.data._entities[0].learningLine).toEqual({
      goal: 'Leren inpakken',
      progress: { planned: 0, busy: 1, achieved: 1, stopped: 0 },
      steps: [
        { module: 'Orders verzamelen', certificates: [certificate] },
        { module: 'Heftruck', certificates: [] },
      ],
      notes: null,
    });
    expect(regie.errors?.map(({ extensions, path }) => [extensions['code'], path?.at(-1)])).toEqual([['FORBIDDEN', 'notes']]);
    expect(JSON.stringify(regie)).not.toContain('lastig');
    expect((await ask(coach)).data._entities[0].learningLine.notes).toEqual([{ text: 'Vindt het lastig' }]);
    expect((await ask('almelo.klantregisseur')).data._entities).toEqual([null]);
    const direct = await nuo.ask('almelo.klantregisseur', `{ learningLine(id: "${learningLine.id}") { goal } }`);
    expect(direct.data).toEqual({ learningLine: null });
  });

  it('is open once for a person, also of two that start at the same moment', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const answers = await Promise.all([1, 2, 3].map(() => start(nuo)));
    expect(answers.map(({ __typename }) => String(__typename)).toSorted()).toEqual(['LearningLineChanged', 'LearningLineOpen', 'LearningLineOpen']);
    const { id } = answers[0].learningLine;
    await send(nuo, 'planLearningStep', { learningLineId: id, ...facts });
    const end = { learningLineId: id, endedOn: '2026-08-03', reason: 'Heeft werk' };
    expect((await send(nuo, 'endLearningLine', { ...end, expectedVersion: 9 })).__typename).toBe('LearningVersionConflict');
    const ended = await send(nuo, 'endLearningLine', { ...end, expectedVersion: 1 });
    expect(ended.learningLine.steps).toMatchObject([{ status: 'STOPPED', finishedOn: '2026-08-03' }]);
    expect((await send(nuo, 'endLearningLine', { ...end, expectedVersion: 2 })).__typename).toBe('LearningLineEnded');
    expect((await send(nuo, 'planLearningStep', { learningLineId: id, ...facts })).__typename).toBe('LearningLineEnded');
    expect((await start(nuo, 0, { startsOn: '2026-08-03' })).__typename).toBe('LearningLineChanged');
    const { data } = await nuo.ask(coach, `{ participant(id: "${idOf('participant', 0)}") { learningLine { startsOn endedOn } } }`);
    expect(data.participant.learningLine).toEqual({ startsOn: '2026-08-03', endedOn: null });
  });

  it('is refused with every problem, and under an order that is not for it', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    expect((await start(nuo, 0, { goal: ' ', startsOn: '2026-02-30', expectedEndOn: 'x' })).paths).toEqual(['goal', 'startsOn', 'expectedEndOn']);
    expect((await start(nuo, 0, { expectedEndOn: '2026-05-31' })).paths).toEqual(['expectedEndOn']);
    expect((await start(nuo, 9)).paths).toEqual(['participantId']);
    expect((await start(nuo, 0, { serviceOrderId: testId(80, 9) })).paths).toEqual(['serviceOrderId']);
    const person = await nuo.db.read.em.findOneByOrFail(Participant, { id: idOf('participant', 0) });
    const order = orderRow(1, person, { service: 'LEARNING_LINE', status: 'ACCEPTED' });
    await insertOrders(nuo, order, orderRow(2, person, { service: 'MEDIATION', status: 'IN_PROGRESS' }));
    for (const { id } of [order, orderRow(2, person)]) expect((await start(nuo, 0, { serviceOrderId: id })).paths).toEqual(['serviceOrderId']);
    await nuo.db.write(({ em }) => em.update(ServiceOrder, { id: order.id }, { status: 'IN_PROGRESS' }));
    const { learningLine } = await start(nuo, 0, { serviceOrderId: order.id });
    expect(learningLine.version).toBe(1);
    const change = { learningLineId: learningLine.id, expectedVersion: 1, goal: 'x', expectedEndOn: '2026-05-31' };
    expect((await send(nuo, 'changeLearningLine', change)).paths).toEqual(['expectedEndOn']);
    expect((await send(nuo, 'planLearningStep', { learningLineId: learningLine.id, ...facts, placementId: idOf('placement', 1) })).paths).toEqual([
      'placementId',
    ]);
    expect((await send(nuo, 'writeLearningNote', { learningLineId: learningLine.id, stepId: testId(80, 1), text: 'x' })).paths).toEqual(['stepId']);
    const step = await send(nuo, 'planLearningStep', { learningLineId: learningLine.id, ...facts });
    const { id } = step.learningLine.steps[0];
    expect((await send(nuo, 'startLearningStep', { stepId: id, expectedVersion: 1, on: '2026-05-31' })).paths).toEqual(['on']);
    expect((await send(nuo, 'startLearningStep', { stepId: id, expectedVersion: 1, on: '2026-08-04' })).paths).toEqual(['on']);
    expect((await send(nuo, 'startLearningStep', { stepId: testId(80, 1), expectedVersion: 1, on: '2026-08-01' })).code).toBe('NOT_FOUND');
  });

  it('stands in a list of those that one works for, latest start first', async () => {
    const nuo = await nuoForTest(dialect, testDemo(2));
    const startOf = async (n: number, startsOn: string): Promise<string> => (await start(nuo, n, { startsOn })).learningLine.id;
    // People of the demo are of Almelo and Wierden in turn.
    const lines = [await startOf(0, '2026-06-01'), await startOf(1, '2026-06-02'), await startOf(2, '2026-06-03')];
    await send(nuo, 'endLearningLine', { learningLineId: lines[2], expectedVersion: 1, endedOn: '2026-08-01', reason: 'Heeft werk' });
    const list = async (user: string, args: string): Promise<number[]> => {
      const { data } = await nuo.ask(user, `{ learningLines${args} { nodes { id } pageInfo { endCursor } } }`);
      return data.learningLines.nodes.map(({ id }: { id: string }) => lines.indexOf(id));
    };
    expect(await list(coach, '')).toEqual([2, 1, 0]);
    expect(await list(coach, '(open: true)')).toEqual([1, 0]);
    expect(await list(coach, '(open: false)')).toEqual([2]);
    expect(await list(coach, '(municipality: "0189")')).toEqual([1]);
    expect(await list('wierden.klantregisseur', '')).toEqual([1]);
    const { data } = await nuo.ask(coach, '{ learningLines(first: 2) { pageInfo { endCursor } } }');
    expect(await list(coach, `(first: 2, after: "${data.learningLines.pageInfo.endCursor}")`)).toEqual([0]);
    expect((await nuo.ask('nuo.accountmanager', '{ learningLines { nodes { id } } }')).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('takes as many statements for many clients as for one', async () => {
    const nuo = await nuoForTest(dialect, testDemo(4));
    for (const n of [0, 2, 4, 6]) {
      const { learningLine } = await start(nuo, n);
      for (const _ of [1, 2]) await send(nuo, 'planLearningStep', { learningLineId: learningLine.id, ...facts });
    }
    const ask = (ns: number[]) => nuo.ask(coach, entities, { of: ns.map((n) => ({ __typename: 'Client', id: idOf('client', n, '0141') })) });
    expect([(await ask([0])).statements, (await ask([0, 2, 4, 6])).statements]).toEqual([4 + loggingStatements, 4 + loggingStatements]);
  });

  it('stands in the line of services with each step that was begun', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const { learningLine } = await start(nuo, 1);
    const planned = await send(nuo, 'planLearningStep', { learningLineId: learningLine.id, ...facts });
    await send(nuo, 'planLearningStep', { learningLineId: learningLine.id, ...facts });
    await send(nuo, 'startLearningStep', { stepId: planned.learningLine.steps[0].id, expectedVersion: 1, on: '2026-06-02' });
    const { data } = await nuo.ask(
      'wierden.klantregisseur',
      `{ participant(id: "${idOf('participant', 1)}") { serviceLine { startsOn endsOn record { __typename ... on LearningStep { module } } } } }`,
    );
    expect(data.participant.serviceLine.filter(({ record }: { record: { __typename: string } }) => record.__typename === 'LearningStep')).toEqual([
      { startsOn: '2026-06-02', endsOn: null, record: { __typename: 'LearningStep', module: 'Orders verzamelen' } },
    ]);
  });
});

const commandOf: Record<LearningStepStep, [name: string, more: (n: number) => object]> = {
  change: ['changeLearningStep', () => facts],
  start: ['startLearningStep', () => ({ on: '2026-07-01' })],
  achieve: ['achieveLearningStep', () => ({ on: '2026-07-02' })],
  stop: ['stopLearningStep', () => ({ on: '2026-07-02', reason: 'Ander werk' })],
  certify: ['recordPracticeCertificate', (n) => ({ number: `PV-${n}`, issuedOn: '2026-07-03', issuer: 'Leerbedrijf' })],
};
const uitvoering = ['nuo.jobcoach', 'nuo.trajectbegeleider', 'nuo.werkleider', 'nuo.detacheringsconsulent'];
const others = ['nuo.coordinator', 'nuo.accountmanager', 'nuo.rapporteur', 'wierden.klantregisseur', 'wierden.kwaliteitsmedewerker'];
const triples = everyTriple(learningStepMachine).filter(({ step }) => step !== 'plan') as {
  state: LearningStepState;
  step: LearningStepStep;
  allowed: boolean;
}[];

describe.each(dialects)('a step of a learning line on %s', (dialect) => {
  it('is taken in exactly the triples of the machine, by each role of uitvoering and by no other', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const { learningLine } = await start(nuo);
    const rows = triples.flatMap((triple, t) =>
      uitvoering.map((user, u) => ({ ...triple, user, id: testId(81, t * uitvoering.length + u), n: t * uitvoering.length + u })),
    );
    const begun = (status: LearningStepState) => (status === 'PLANNED' ? null : '2026-06-10');
    await nuo.db.write(({ em }) =>
      em.insert(
        LearningStep,
        rows.map(({ id, n, state }) => ({
          ...facts,
          id,
          lineId: learningLine.id,
          position: n + 1,
          status: state,
          placementId: null,
          startedOn: begun(state),
          finishedOn: state === 'ACHIEVED' || state === 'STOPPED' ? '2026-06-20' : null,
          stopReason: null,
          changedAt: new Date('2026-06-20T09:00:00Z'),
          version: 1,
        })),
      ),
    );
    for (const { state, step, allowed, user, id, n } of rows) {
      const [name, more] = commandOf[step];
      const answer = await command(nuo, user, name, { stepId: id, expectedVersion: 1, ...more(n) }, '... on StepRefused { step from allowedFrom }');
      expect([state, step, user, answer]).toEqual([
        state,
        step,
        user,
        allowed
          ? { __typename: 'LearningStepChanged' }
          : { __typename: 'StepRefused', step, from: state, allowedFrom: [...learningStepMachine.steps[step].from] },
      ]);
    }
    for (const user of others)
      for (const [name, more] of Object.values(commandOf))
        expect((await command(nuo, user, name, { stepId: testId(81, 0), expectedVersion: 1, ...more(0) })).code).toBe('FORBIDDEN');
    expect(await nuo.db.read.em.countBy(LearningLine, { openParticipantId: idOf('participant', 0) })).toBe(1);
  });
});
