import { everyTriple } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { dossierIn } from '../testing/dossiers.ts';
import { loggingStatements, registered, requestId, sharedWerkplein } from '../testing/index.ts';
import { granted, supportCommand, type SupportCommand } from '../testing/provisions.ts';
import { CarriedExemptionRow, ExemptionRow } from './exemption.entity.ts';
import { exemptionMachine, type ExemptionState, type ExemptionStep } from './exemption.rules.ts';
import { exemptionTimes } from './exemption.store.ts';

const parent = { ground: 'SINGLE_PARENT', startsOn: '2026-12-01', endsOn: '2027-11-30', youngestChildBornOn: '2025-06-15' };
const asked = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on AlmeloClient {
  exemptions { id status endsOn } carriedExemptions { ground municipality months } exemptionTimes { ground months days limitMonths } } } }`;
const regie = 'almelo.klantregisseur';

describe.each(dialects)('an exemption on %s', (dialect) => {
  const served = sharedWerkplein(dialect);
  const give = async (name: SupportCommand, input: object, user?: string) => (await supportCommand(served(), name, input, user)).result;
  const problems = async (name: SupportCommand, input: object) =>
    (await supportCommand(served(), name, input)).errors?.[0]?.extensions['problems'].map(({ path }: { path: string[] }) => path.slice(1).join('.'));
  const decided = async () => {
    const clientId = await registered(served());
    return { clientId, decisionId: await granted(served(), clientId, 'ONTHEFFING', '2026-11-01', '2030-12-31') };
  };
  const of = async (...ids: string[]) => served().ask(regie, asked, { r: ids.map((id) => ({ __typename: 'AlmeloClient', id })) });

  it('of a single parent holds until the child is too old or the time is used up, with what was used elsewhere', async () => {
    const given = await decided();
    const { exemption } = await give('startExemption', { ...given, ...parent });
    expect(exemption).toMatchObject({ status: 'RUNNING', startsOn: '2026-12-01', endsOn: '2027-11-30', reviewOn: '2027-06-01', version: 1 });
    const later = { ...given, ...parent, startsOn: '2027-12-01', endsOn: '2030-06-15' };
    expect(await give('startExemption', later)).toMatchObject({ __typename: 'ExemptionRuleBroken', rule: 'CHILD_TOO_OLD', lastDay: '2030-06-14' });
    const carried = await give('carryExemption', { clientId: given.clientId, ground: 'SINGLE_PARENT', municipality: '0189', months: 47 });
    expect(carried.times[0]).toEqual({ ground: 'SINGLE_PARENT', months: 47, days: 0, limitMonths: 60 });
    expect(await give('startExemption', { ...later, endsOn: '2028-01-31' })).toMatchObject({ rule: 'TERM_USED_UP', lastDay: '2027-12-31' });
    expect((await give('startExemption', { ...later, endsOn: '2027-12-31' })).exemption.reviewOn).toBeNull();
    // In place of what was on record of that municipality.
    await give('carryExemption', { clientId: given.clientId, ground: 'SINGLE_PARENT', municipality: '0189', months: 10 });
    expect(await served().db.read.em.countBy(CarriedExemptionRow, { clientId: given.clientId })).toBe(1);
    served().travel('2027-02-10');
    expect((await of(given.clientId)).data._entities[0]).toMatchObject({
      carriedExemptions: [{ ground: 'SINGLE_PARENT', municipality: '0189', months: 10 }],
      exemptionTimes: [{ months: 12, days: 10, limitMonths: 60 }, { months: 0, limitMonths: null }, { months: 0 }],
    });
    const [time] = await exemptionTimes(served().db.read, given.clientId, '2027-02-10');
    expect(time).toEqual({ ground: 'SINGLE_PARENT', used: { months: 12, days: 10 } });
  });

  it('keeps nothing of the child', async () => {
    const given = await decided();
    await give('startExemption', { ...given, ...parent });
    const rows = await served().db.read.em.findBy(ExemptionRow, { clientId: given.clientId });
    expect(JSON.stringify(rows)).not.toContain('2025-06-15');
    const requests = await served().db.read.em.query('SELECT * FROM command_request');
    expect(JSON.stringify(requests)).not.toContain('2025-06-15');
  });

  it('is examined again, ends by itself after its last day, or by command', async () => {
    const given = await decided();
    const { id } = (await give('startExemption', { ...given, ...parent })).exemption;
    served().travel('2027-06-01');
    const reviewed = await give('reviewExemption', { id, expectedVersion: 1, reviewedOn: '2027-05-28' });
    expect(reviewed.exemption).toMatchObject({ reviewedOn: '2027-05-28', reviewOn: '2027-11-28', version: 2 });
    expect(await problems('endExemption', { id, expectedVersion: 2, lastDay: '2027-06-02', reason: 'Kind naar school' })).toEqual(['lastDay']);
    expect((await give('endExemption', { id, expectedVersion: 2, lastDay: '2027-05-31', reason: 'Kind naar school' })).exemption).toMatchObject({
      status: 'ENDED',
      endsOn: '2027-05-31',
      reviewOn: null,
    });
    const { id: second } = (await give('startExemption', { ...given, ...parent, startsOn: '2027-06-01' })).exemption;
    served().travel('2027-12-01');
    expect((await of(given.clientId)).data._entities[0].exemptions[0]).toEqual({ id: second, status: 'ENDED', endsOn: '2027-11-30' });
    expect(await give('reviewExemption', { id: second, expectedVersion: 1, reviewedOn: '2027-12-01' })).toMatchObject({
      __typename: 'StepRefused',
      from: 'ENDED',
    });
  });

  it('that never held counts for nothing and stands in no way', async () => {
    const given = await decided();
    const { id } = (await give('startExemption', { ...given, ...parent })).exemption;
    expect((await give('endExemption', { id, expectedVersion: 1, lastDay: '2026-11-30', reason: 'Toch niet' })).exemption.endsOn).toBe('2026-11-30');
    expect((await give('startExemption', { ...given, ...parent })).__typename).toBe('ExemptionSaved');
  });

  it('rests on a granted decision of this client, with an open dossier', async () => {
    const given = await decided();
    const other = await decided();
    const { errors } = await supportCommand(served(), 'startExemption', { ...parent, clientId: given.clientId, decisionId: other.decisionId });
    expect(errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
    const jobcoach = await granted(served(), given.clientId, 'JOBCOACH', '2026-11-01', '2027-12-31');
    expect(await give('startExemption', { ...given, ...parent, decisionId: jobcoach })).toMatchObject({ rule: 'DECISION_NEEDED', lastDay: null });
    await dossierIn(served(), given.clientId, 'CLOSED');
    expect((await give('startExemption', { ...given, ...parent })).__typename).toBe('DossierClosed');
  });

  it('names all that cannot be in one answer', async () => {
    const { clientId } = await decided();
    const wrong = { clientId, ground: 'SINGLE_PARENT', startsOn: 'x', endsOn: null, decisionId: 'nuo:1' };
    expect(await problems('startExemption', wrong)).toEqual(['startsOn', 'endsOn', 'decisionId', 'youngestChildBornOn']);
    expect(await problems('carryExemption', { clientId, ground: 'SINGLE_PARENT', municipality: '0141', months: -1 })).toEqual(['municipality', 'months']);
  });

  it('of two on the same days lets one through, and gives a repeat its first answer', async () => {
    const given = await decided();
    const both = await Promise.all([1, 2].map(() => give('startExemption', { ...given, ...parent })));
    expect(both.map(({ __typename }) => String(__typename)).toSorted()).toEqual(['ExemptionRuleBroken', 'ExemptionSaved']);
    const input = { ...(await decided()), ...parent, requestId: requestId() };
    expect(await give('startExemption', input)).toEqual(await give('startExemption', input));
  });

  it('takes as many statements for many clients as for one', async () => {
    const ids = [];
    for (let i = 0; i < 3; i += 1) ids.push((await decided()).clientId);
    // The clients, their exemptions, the months of elsewhere, the parameters.
    expect((await of(...ids)).statements).toBe(4 + loggingStatements);
  });

  it('takes each step where the machine has it, by regie alone', async () => {
    const commandOf: Record<ExemptionStep, [SupportCommand, object]> = {
      review: ['reviewExemption', { reviewedOn: '2026-11-23' }],
      end: ['endExemption', { lastDay: '2026-11-23', reason: 'Klaar' }],
    };
    const wrong: string[] = [];
    for (const { state, step, allowed } of everyTriple(exemptionMachine)) {
      const given = await decided();
      const { id } = (await give('startExemption', { ...given, ...parent, startsOn: '2026-11-01' })).exemption;
      await served().db.write(({ em }) => em.update(ExemptionRow, { id }, { status: state }));
      if (step === 'start') {
        await give('startExemption', { ...given, ...parent, startsOn: '2028-01-01', endsOn: '2028-02-01' });
        expect(await served().db.read.em.findOneByOrFail(ExemptionRow, { id })).toMatchObject({ status: state, version: 1 });
        continue;
      }
      const [name, more] = commandOf[step];
      for (const user of ['nuo.trajectbegeleider', 'wierden.klantregisseur', 'almelo.privacyofficer']) {
        const { errors } = await supportCommand(served(), name, { id, expectedVersion: 1, ...more }, user);
        if (errors?.[0]?.extensions['code'] !== 'FORBIDDEN') wrong.push(`${step} for ${user}`);
      }
      const result = await give(name, { id, expectedVersion: 1, ...more });
      const { to } = exemptionMachine.steps[step];
      const expected: ExemptionState = !allowed || to === 'SAME' ? state : to;
      const after = await served().db.read.em.findOneByOrFail(ExemptionRow, { id });
      const refused = result.__typename === 'StepRefused' && result.from === state && after.version === 1;
      if (after.status !== expected || !(allowed ? after.version === 2 : refused)) wrong.push(`${state} ${step}: ${JSON.stringify(result)}`);
    }
    expect(wrong).toEqual([]);
  });
});
