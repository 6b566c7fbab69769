import { everyTriple } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { agreed, frozen, steer, termsOf } from '../testing/agreements.ts';
import { command } from '../testing/colleagues.ts';
import { nuoForTest, testId } from '../testing/index.ts';
import { type AgreementActor, agreementMachine, type AgreementState, type AgreementStep } from './agreement.machine.ts';

// Every step from every state by every side, through the API: allowed exactly where the machine says so.

const terms = { target: 40, direction: 'HIGHER', amberBeyond: 0, redBeyond: 4, source: 'AMENDMENT' };
/** The first of the years that the cases are of: each case has a year of its own, all long past. */
const FIRST = 1900;
const commandOf: Record<AgreementStep, [name: string, more: (n: number, open: number) => object]> = {
  change: ['changePerformanceAgreement', () => ({ expectedVersion: 1, terms })],
  withdraw: ['withdrawPerformanceAgreement', (_, open) => ({ number: open })],
  accept: ['acceptPerformanceAgreement', (_, open) => ({ number: open })],
  adjust: ['adjustPerformanceAgreement', () => ({ expectedVersion: 1, terms, reason: 'Minder geld' })],
  acceptAdjustment: ['acceptAgreementAdjustment', (_, open) => ({ number: open })],
  withdrawAdjustment: ['withdrawAgreementAdjustment', (_, open) => ({ number: open })],
  recordValue: ['recordManualValue', (n) => ({ expectedVersion: 1, measuredOn: `${FIRST + n}-06-30`, value: 12.5, reason: 'Jaarrekening' })],
  settle: ['settlePerformanceAgreement', (n) => ({ expectedVersion: 1, reportId: testId(92, n) })],
};
const userOf: Record<AgreementActor, string> = { NUO: 'nuo.coordinator', MUNICIPALITY: 'wierden.kwaliteitsmedewerker' };
const others = [
  'nuo.accountmanager',
  'nuo.trajectbegeleider',
  'nuo.detacheringsconsulent',
  'nuo.functioneelbeheerder',
  'nuo.rapporteur',
  'nuo.privacyofficer',
  'wierden.klantregisseur',
  'wierden.accountmanager',
  'wierden.functioneelbeheerder',
  'wierden.rapporteur',
];

const triples = everyTriple(agreementMachine).filter(({ step }) => step !== 'propose') as {
  state: AgreementState;
  step: AgreementStep;
  actor: AgreementActor;
  allowed: boolean;
}[];

/** Of which steps something must be proposed, and of which nothing may be. */
const needsOpen = (state: AgreementState, step: AgreementStep): boolean => state === 'CONCEPT' || step === 'acceptAdjustment' || step === 'withdrawAdjustment';

describe.each(dialects)('a step of a performance agreement on %s', (dialect) => {
  it('is taken in exactly the triples of the machine', async () => {
    const nuo = await nuoForTest(dialect);
    const versions = triples.map(({ state, step }, n) => {
      const held = state === 'CONCEPT' ? [] : [termsOf(testId(90, n), 1)];
      const open = needsOpen(state, step) ? [termsOf(testId(90, n), held.length + 1, { open: true })] : [];
      return [...held, ...open];
    });
    await steer(nuo.db, {
      reports: triples.map((_, n) => frozen(n, { year: FIRST + n })),
      agreements: triples.map(({ state }, n) => agreed(n, { year: FIRST + n, indicator: 'EXPLOITATIERESULTAAT', status: state })),
      versions: versions.flat(),
    });
    const wrong: string[] = [];
    for (const [n, { state, step, actor, allowed }] of triples.entries()) {
      const [name, more] = commandOf[step];
      const answer = await command(
        nuo,
        userOf[actor],
        name,
        { agreementId: testId(90, n), ...more(n, versions[n]?.at(-1)?.number ?? 1) },
        '... on StepRefused { step from by allowedFrom allowedSteps text } ... on AgreementRefused { code }',
      );
      if ((answer.__typename === 'AgreementChanged') !== allowed) wrong.push(`${state} ${step} ${actor}: ${JSON.stringify(answer)}`);
      if (!allowed) expect(answer).toMatchObject({ __typename: 'StepRefused', step, from: state, allowedFrom: [...agreementMachine.steps[step].from] });
    }
    expect(wrong).toEqual([]);
  });

  it('is refused to every other role, whatever the state', async () => {
    const nuo = await nuoForTest(dialect);
    const propose = ['proposePerformanceAgreement', () => ({ year: 2026, municipality: '0189', indicator: 'CONTACTEN', terms })] as const;
    for (const user of [...others, 'wierden.kwaliteitsmedewerker']) {
      const commands = user === 'wierden.kwaliteitsmedewerker' ? [propose] : [...Object.values(commandOf), propose];
      for (const [name, more] of commands) {
        const id = name === propose[0] ? {} : { agreementId: testId(90, 1) };
        expect([user, name, (await command(nuo, user, name, { ...id, ...more(1, 1) })).code]).toEqual([user, name, 'FORBIDDEN']);
      }
    }
  });
});
