import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { coach, insertOrders, insertPeople, orderRow, otherRegie, participantRow, regie } from '../orders/service-order.testing.ts';
import { Placement } from '../placements/placement.entity.ts';
import { Responsibility } from '../responsibility/responsibility.entity.ts';
import { loggingStatements, nuoForTest, type TestNuo, testDemo, testId } from '../testing/index.ts';

const fields = `serviceLine(from: $from, until: $until) { startsOn endsOn record { __typename ... on ServiceOrder { id service } ... on Placement { id kind } }
  responsible { role standIn from until employee { id } } }`;
const ofClients = `query ($of: [_Any!]!, $from: Date, $until: Date) { _entities(representations: $of) { ... on Client { id ${fields} } } }`;
const ofParticipant = `query ($id: ID!, $from: Date, $until: Date) { participant(id: $id) { ${fields} } }`;

const person = participantRow(1);
const term = (n: number, colleague: string, startsOn: string, endsOn: string | null, standIn = false): Responsibility => ({
  id: testId(42, n),
  participantId: person.id,
  role: 'TRAJECTBEGELEIDER',
  colleagueId: `nuo:${colleague}`,
  standIn,
  startsOn,
  endsOn,
  openFor: endsOn === null ? person.id : null,
});

const filled = async (dialect: (typeof dialects)[number]): Promise<TestNuo> => {
  const nuo = await nuoForTest(dialect, {
    ...testDemo(2),
    colleagues: ['ann', 'bob', 'cas'].map((id) => ({ id, organisation: 'nuo', name: id, leavesOn: null })),
  });
  await nuo.db.write((tx) => insertPeople(tx, person));
  await insertOrders(
    nuo,
    orderRow(1, person, { service: 'DIAGNOSIS', status: 'EVALUATED', startsOn: '2026-01-10', endsOn: '2026-02-09' }),
    orderRow(2, person, { service: 'MEDIATION', status: 'IN_PROGRESS', startsOn: '2026-02-10' }),
    orderRow(3, person, { service: 'TRAINING', status: 'REFUSED', startsOn: '2026-03-01', endsOn: '2026-02-20' }),
    orderRow(4, person, { service: 'JOB_COACHING', status: 'CONCEPT', startsOn: '2026-09-01' }),
    orderRow(5, person, { service: 'SECONDMENT', status: 'ENDED', startsOn: '2026-10-01', endsOn: '2026-08-31' }),
  );
  await nuo.db.write(async ({ em }) => {
    const [row] = await em.find(Placement);
    const placement = { ...(row as Placement), participantId: person.id, clientId: person.clientId };
    await em.insert(Placement, { ...placement, id: testId(6, 900), status: 'ACTIVE', startsOn: '2026-06-01', endedOn: null });
    await em.insert(Placement, { ...placement, id: testId(6, 901), status: 'CANCELLED', startsOn: '2026-05-01', closedOn: '2026-04-01' });
    await em.insert(Responsibility, [
      term(1, 'ann', '2026-01-10', '2026-06-30'),
      term(2, 'bob', '2026-07-01', null),
      term(3, 'cas', '2026-02-01', '2026-02-05', true),
    ]);
  });
  return nuo;
};

/* oxlint-disable typescript/no-explicit-any -- answers of any shape */
const kinds = (line: any[] | undefined) => line?.map(({ startsOn, endsOn, record }) => `${record.service ?? record.kind} ${startsOn}/${endsOn ?? ''}`);
const who = ({ responsible }: any): string[] => responsible.map((one: any) => `${one.employee.id} ${one.from}/${one.until ?? ''}${one.standIn ? ' for' : ''}`);

describe.each(dialects)('the line of services of a client on %s', (dialect) => {
  it('is in the order of the days, with who answered on each day', async () => {
    const nuo = await filled(dialect);
    const of = [{ __typename: 'Client', id: person.clientId }];
    for (const user of [regie, 'almelo.kwaliteitsmedewerker', coach]) {
      const { data, errors } = await nuo.ask(user, ofClients, { of });
      expect(errors).toBeUndefined();
      const line = data._entities[0].serviceLine;
      expect(kinds(line)).toEqual(['DIAGNOSIS 2026-01-10/2026-02-09', 'MEDIATION 2026-02-10/', 'REGULAR 2026-06-01/', 'SECONDMENT 2026-08-31/2026-08-31']);
      expect(line.map(who)).toEqual([
        ['ann 2026-01-10/2026-01-31', 'cas 2026-02-01/2026-02-05 for', 'ann 2026-02-06/2026-02-09'],
        ['ann 2026-02-10/2026-06-30', 'bob 2026-07-01/'],
        ['ann 2026-06-01/2026-06-30', 'bob 2026-07-01/'],
        ['bob 2026-08-31/2026-08-31'],
      ]);
    }
    const { data } = await nuo.ask(coach, ofParticipant, { id: person.id, from: '2026-02-09', until: '2026-05-31' });
    expect(kinds(data.participant.serviceLine)).toEqual(['DIAGNOSIS 2026-01-10/2026-02-09', 'MEDIATION 2026-02-10/']);
    expect((await nuo.ask(coach, ofParticipant, { id: person.id, from: '2026-02-09', until: '2026-02-08' })).errors?.[0]?.extensions['code']).toBe('BAD_INPUT');
  });

  it('is not of another municipality’s client, of an account manager or of an unknown client', async () => {
    const nuo = await filled(dialect);
    const of = [{ __typename: 'Client', id: person.clientId }];
    expect((await nuo.ask(otherRegie, ofClients, { of })).data._entities).toEqual([null]);
    expect((await nuo.ask('nuo.accountmanager', ofClients, { of })).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    const unknown = [{ __typename: 'Client', id: testId(7, 9999, '0141') }];
    expect((await nuo.ask(regie, ofClients, { of: unknown })).data._entities[0].serviceLine).toEqual([]);
  });

  it('takes the same number of statements for one client and for many', async () => {
    const nuo = await filled(dialect);
    const of = [{ __typename: 'Client', id: person.clientId }];
    const one = (await nuo.ask(coach, ofClients, { of })).statements - loggingStatements;
    for (let n = 2; n < 6; n += 1) {
      const other = participantRow(n);
      await nuo.db.write((tx) => insertPeople(tx, other));
      await insertOrders(nuo, orderRow(10 + n, other, { status: 'IN_PROGRESS' }), orderRow(20 + n, other, { status: 'COMPLETED', service: 'DIAGNOSIS' }));
      of.push({ __typename: 'Client', id: other.clientId });
    }
    const many = await nuo.ask(coach, ofClients, { of });
    expect(many.data._entities.flatMap((client: any) => client.serviceLine)).toHaveLength(12);
    expect([one, many.statements - loggingStatements]).toEqual([6, 6]);
  });
});
