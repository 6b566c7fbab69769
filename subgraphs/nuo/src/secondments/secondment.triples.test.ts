import { everyTriple } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { command } from '../testing/colleagues.ts';
import { nuoForTest, testDemo, testId } from '../testing/index.ts';
import { agreedRate, agreement, lend, lentPlacement } from '../testing/lending.ts';
import { secondmentMachine, type SecondmentActor, type SecondmentState, type SecondmentStep } from './secondment.machine.ts';

// Every step from every state by every role, through the API: allowed exactly where the machine says so.

const facts = { kind: 'GROUP', title: 'Inpakken', startsOn: '2026-01-01', noticeMonths: 1 };
/** The command of each step, with an input that is right but for the state. */
const commandOf: Record<SecondmentStep, [name: string, more: (n: number) => object]> = {
  change: ['changeSecondment', () => facts],
  recordRate: ['recordSecondmentRate', () => ({ validFrom: '2026-09-01', centsPerHour: 1600 })],
  approveRate: ['approveSecondmentRate', (n) => ({ rateId: testId(63, n), reason: 'Geen andere aanbieder' })],
  sign: ['signSecondment', () => ({ signedOn: '2026-08-03' })],
  addMember: ['addSecondmentMember', (n) => ({ placementId: testId(64, n) })],
  removeMember: ['removeSecondmentMember', (n) => ({ placementId: testId(65, n) })],
  start: ['startSecondment', () => ({})],
  giveNotice: ['giveSecondmentNotice', () => ({ noticeOn: '2026-08-03', by: 'HIRER' })],
  end: ['endSecondment', () => ({ endedOn: '2026-08-03', reason: 'Klaar', mutualConsent: true })],
};
const userOf: Record<SecondmentActor, string> = { CONSULTANT: 'nuo.detacheringsconsulent', COORDINATOR: 'nuo.coordinator' };
const others = [
  'nuo.jobcoach',
  'nuo.trajectbegeleider',
  'nuo.werkleider',
  'nuo.accountmanager',
  'nuo.rapporteur',
  'nuo.functioneelbeheerder',
  'wierden.klantregisseur',
];

const triples = everyTriple(secondmentMachine).filter(({ step }) => step !== 'draw') as {
  state: SecondmentState;
  step: SecondmentStep;
  actor: SecondmentActor;
  allowed: boolean;
}[];

describe.each(dialects)('a step of a secondment on %s', (dialect) => {
  it('is taken in exactly the triples of the machine', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const ids = triples.map((_, n) => testId(61, n));
    const placement = (kind: number, n: number, more: object) => lentPlacement(n % 2, { id: testId(kind, n), ...more });
    await lend(nuo.db, {
      agreements: triples.map(({ state }, n) =>
        agreement(n, { status: state, ...(state === 'NOTICE_GIVEN' && { noticeGivenOn: '2026-07-01', noticeEndsOn: '2026-08-01' }) }),
      ),
      rates: ids.flatMap((id, n) => [
        agreedRate(id, n),
        agreedRate(id, n, { id: testId(63, n), validFrom: '2026-10-01', centsPerHour: 900, belowFloorCents: 1050 }),
      ]),
      placements: ids.flatMap((id, n) => [
        placement(64, n, {}),
        ...[0, 1, 2].map((i) => placement(65, i === 0 ? n : 1000 * i + n, { secondmentId: id, startsOn: '2026-03-01' })),
      ]),
    });
    const wrong: string[] = [];
    for (const [n, { state, step, actor, allowed }] of triples.entries()) {
      const [name, more] = commandOf[step];
      const answer = await command(
        nuo,
        userOf[actor],
        name,
        { secondmentId: ids[n], expectedVersion: 1, ...more(n) },
        '... on StepRefused { step from by allowedFrom allowedSteps text }',
      );
      // A coordinator takes the steps of a consultant too.
      const may = allowed || (actor === 'COORDINATOR' && secondmentMachine.steps[step].from.some((from) => from === state));
      const taken = answer.__typename !== 'StepRefused' && answer.code === undefined && answer.__typename !== 'SecondmentRefused';
      if (taken !== may) wrong.push(`${state} ${step} ${actor}: ${JSON.stringify(answer)}`);
      if (!may) expect(answer).toMatchObject({ __typename: 'StepRefused', step, from: state, allowedFrom: [...secondmentMachine.steps[step].from] });
    }
    expect(wrong).toEqual([]);
  });

  it('is refused to every other role, whatever the state', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    for (const user of others) {
      for (const [name, more] of [
        ...Object.values(commandOf),
        ['drawUpSecondment', () => ({ ...facts, employerId: 'x', centsPerHour: 1500 })] as const,
        ['indexSecondments', () => ({ from: '2026-09-01' })] as const,
      ]) {
        const id = name === 'drawUpSecondment' || name === 'indexSecondments' ? {} : { secondmentId: testId(61, 1), expectedVersion: 1 };
        expect([user, name, (await command(nuo, user, name, { ...id, ...more(1) })).code]).toEqual([user, name, 'FORBIDDEN']);
      }
    }
  });
});
