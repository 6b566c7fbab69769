import { ProcessingLogLine } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { coach, coordinator, insertPeople, ofUwv, otherRegie, participantRow, regie } from '../orders/service-order.testing.ts';
import { Responsibility } from '../responsibility/responsibility.entity.ts';
import { people, refTo } from '../testing/colleagues.ts';
import { nuoForTest, type TestNuo, testId } from '../testing/index.ts';
import { sharedNuo } from '../testing/shared-nuo.ts';

const dinkelland = {
  clientId: null,
  municipality: '1774',
  commissionerKind: 'OTHER_MUNICIPALITY' as const,
  commissionerCode: '1774',
  commissionerReference: 'D-5',
};
const rows = [
  participantRow(1, { registeredOn: '2026-01-05' }),
  participantRow(2, { registeredOn: '2026-03-01', exitedOn: '2026-06-30', exitReason: 'Aan het werk' }),
  participantRow(3, { municipality: '0189', registeredOn: '2026-03-01' }),
  { ...ofUwv(4), registeredOn: '2026-02-01' },
  participantRow(5, { ...dinkelland, registeredOn: '2026-04-01' }),
];
const list = `query ($first: Int! = 50, $after: String, $filter: ParticipantFilter) { participants(first: $first, after: $after, filter: $filter) {
  nodes { id status } pageInfo { hasNextPage endCursor } } }`;
const numbers = (nodes: { id: string }[]): number[] => nodes.map(({ id }) => Number(id.at(-1)));

const guiding = (n: number, participantId: string, user: string, startsOn: string, endsOn: string | null, standIn = false) => {
  const { organisation, employeeId } = refTo(user);
  return {
    id: testId(42, n),
    participantId,
    role: 'JOBCOACH' as const,
    colleagueId: `${organisation}:${employeeId}`,
    standIn,
    startsOn,
    endsOn,
    openFor: endsOn === null ? participantId : null,
  };
};

describe.each(dialects)('participants on %s', (dialect) => {
  const shared = sharedNuo(dialect, { colleagues: people(coach) });
  let ready: Promise<void> | undefined;
  const filled = async (nuo: TestNuo): Promise<void> => {
    const [first, , third, fourth] = rows.map(({ id }) => id) as [string, string, string, string, string];
    await nuo.db.write(async (tx) => {
      await insertPeople(tx, ...rows);
      // Today is 3 August 2026: of the fourth it is over, and for the third there is a stand-in.
      await tx.em.insert(Responsibility, [
        guiding(1, first, coach, '2026-01-05', null),
        guiding(2, third, coach, '2026-08-03', '2026-08-05', true),
        guiding(3, fourth, coach, '2026-02-01', '2026-08-02'),
      ]);
    });
  };
  const nuo = async (): Promise<TestNuo> => {
    ready ??= filled(shared());
    await ready;
    return shared();
  };

  it.each([
    [coach, {}, [5, 3, 2, 4, 1]],
    [regie, {}, [2, 1]],
    [otherRegie, {}, [3]],
    [coordinator, {}, [5, 4]],
    [coach, { mine: true }, [3, 1]],
    ['nuo.werkleider', { mine: true }, []],
    [coach, { left: true }, [2]],
    [coach, { left: false, municipality: '0141' }, [1]],
    [coach, { commissioner: 'UWV' }, [4]],
    [coach, { commissioner: 'MUNICIPALITY' }, [3, 2, 1]],
    [coordinator, { reference: 'D-5' }, [5]],
    [regie, { reference: 'D-5' }, []],
    [regie, { municipality: '0189' }, []],
  ])('for %s with %j are %j, who was registered last first', async (user, filter, seen) => {
    const { data, errors } = await (await nuo()).ask(user, list, { filter });
    expect([errors, numbers(data.participants.nodes)]).toEqual([undefined, seen]);
  });

  it.each(['nuo.accountmanager', 'almelo.accountmanager', 'nuo.rapporteur', 'almelo.privacyofficer'])('are not for %s', async (user) => {
    expect((await (await nuo()).ask(user, list, {})).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('come page by page, each once, in as many statements for one as for all', async () => {
    const served = await nuo();
    const seen: number[] = [];
    let after: string | null = null;
    do {
      const { data } = await served.ask(coach, list, { first: 2, after });
      seen.push(...numbers(data.participants.nodes));
      after = data.participants.pageInfo.hasNextPage ? data.participants.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual([5, 3, 2, 4, 1]);
    const one = await served.ask(coach, list, { first: 1 });
    const all = await served.ask(coach, list, {});
    expect(all.statements).toBe(one.statements);
    expect((await served.ask(coach, list, { first: 201 })).errors?.[0]?.extensions['code']).toBe('BAD_INPUT');
    expect((await served.ask(coach, list, { filter: { municipality: 'x' } })).errors).toHaveLength(1);
  });

  it('leave a line for each one shown', async () => {
    const own = await nuoForTest(dialect, { colleagues: people(coach) });
    await filled(own);
    await own.ask(coach, list, { filter: { mine: true } });
    expect((await own.db.read.em.find(ProcessingLogLine)).map(({ dataSubjectId }) => dataSubjectId)).toHaveLength(2);
  });
});
