import { AccessEvent, AuditEvent, type Database, ProcessingLogLine, pseudonyms } from '@werkplein/kernel';
import { dialects, testPseudonymKey } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { idOf, nuoForTest, testDemo, type TestNuo } from './testing/index.ts';

const coach = 'nuo.jobcoach';
const pseudonym = pseudonyms(testPseudonymKey('nuo'));
const lines = (db: Database) => db.read.em.find(ProcessingLogLine);
const events = (db: Database) => db.read.em.find(AccessEvent);
/** Activity and subject of every line, and nothing else than what is expected. */
const logged = async ({ db }: TestNuo) => (await lines(db)).map((line) => `${line.processingActivityId.split('/').at(-1)} ${line.dataSubjectId}`).toSorted();
const of = (activity: string, ...ids: string[]) => ids.map((id) => `${activity} ${pseudonym(id)}`).toSorted();
const participants = [idOf('participant', 0), idOf('participant', 1)];
const persons = [idOf('person', 0), idOf('person', 1)];
const ofEmployers = (fields: string) => `{ employers { nodes { name ${fields} } } }`;
const mutation = (command: string, input: string, fields: string) =>
  `mutation ($input: ${input}!) { nuo { ${command}(input: $input) { __typename ${fields} } } }`;

describe.each(dialects)('the processing log of the NUO on %s', (dialect) => {
  it.each<[string, string, string, string[]]>([
    ['a participant', coach, `{ participant(id: "${participants[0]}") { id municipality } }`, of('raadplegen-deelnemer', participants[0] as string)],
    ['the clients of placements', coach, ofEmployers('placements { nodes { client { id } participant { id } } }'), of('raadplegen-deelnemer', ...participants)],
    [
      'only the own clients of placements',
      'wierden.klantregisseur',
      ofEmployers('placements { nodes { client { id } } }'),
      of('raadplegen-deelnemer', participants[1] as string),
    ],
    ['placements of nobody in particular', coach, ofEmployers('activePlacementCount placements { nodes { kind startsOn } }'), []],
    [
      'the placements of a client',
      coach,
      `{ _entities(representations: [{ __typename: "Client", id: "${idOf('client', 0, '0141')}" }]) { ... on Client { placements { nodes { kind } } } } }`,
      of('raadplegen-deelnemer', participants[0] as string),
    ],
    ['contact persons', 'almelo.accountmanager', ofEmployers('contactPersons { name }'), of('raadplegen-contactpersoon', ...persons)],
    [
      'contact persons of contacts',
      coach,
      ofEmployers('lastContact { contactPerson { name } participants { name } }'),
      of('raadplegen-contactpersoon', ...persons),
    ],
    ['employers and our own employees', coach, ofEmployers('lastContact { subject participants { name } }'), []],
  ])('has one line for each person when showing %s', async (_, user, query, expected) => {
    const nuo = await nuoForTest(dialect, { ...testDemo(2), placements: [...testDemo(1).placements], participants: [...testDemo(1).participants] });
    const { errors } = await nuo.ask(user, query);
    expect(errors).toBeUndefined();
    expect(await logged(nuo)).toEqual(expected);
    expect((await events(nuo.db)).map(({ decision, subjectCount }) => [decision, subjectCount])).toEqual(expected.length ? [['ALLOWED', expected.length]] : []);
    expect(JSON.stringify(await lines(nuo.db))).not.toMatch(/Persoon|demo-|nuo:0000|0141:/);
  });

  it('has the lines of commands in their transaction, and the purpose in the audit', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const employerId = idOf('employer', 0);
    const run = async (command: string, input: string, fields: string, values: object) => {
      await nuo.db.write((tx) => tx.em.deleteAll(ProcessingLogLine).then(() => undefined));
      const { data, errors } = await nuo.ask(coach, mutation(command, input, fields), { input: { requestId: `request-${command}`, ...values } });
      expect(errors).toBeUndefined();
      return data.nuo[command] as Record<string, never>;
    };
    const { participant } = (await run('registerParticipant', 'RegisterParticipantInput', '... on ParticipantRegistered { participant { id name } }', {
      municipality: '0189',
      name: 'Wsw Medewerker',
    })) as unknown as { participant: { id: string } };
    expect(await logged(nuo)).toEqual(of('inschrijven-deelnemer', participant.id));

    const { placement } = (await run('proposePlacement', 'ProposePlacementInput', '... on PlacementProposed { placement { id participant { id } } }', {
      participantId: participant.id,
      employerId,
      kind: 'REGULAR',
      startsOn: '2026-07-01',
      hoursPerWeek: 24,
    })) as unknown as { placement: { id: string } };
    expect(await logged(nuo)).toEqual(of('vastleggen-plaatsing', participant.id));
    const step = (expectedVersion: number) => ({ placementId: placement.id, expectedVersion });
    await run('planPlacement', 'PlanPlacementInput', '', { ...step(1), agreementReference: 'C-1' });
    await run('startPlacement', 'StartPlacementInput', '', step(2));
    await run('endPlacement', 'EndPlacementInput', '', { ...step(3), endedOn: '2026-07-31', result: 'RETURNED' });
    expect(await logged(nuo)).toEqual(of('vastleggen-plaatsing', participant.id));

    const added = (await run('addContactPerson', 'AddContactPersonInput', '... on ContactPersonAdded { contactPerson { id name } }', {
      employerId,
      name: 'Nieuwe Persoon',
    })) as unknown as { contactPerson: { id: string } };
    expect(await logged(nuo)).toEqual(of('vastleggen-contactpersoon', added.contactPerson.id));
    const contact = {
      employerId,
      occurredAt: '2026-08-01T09:00:00Z',
      channel: 'PHONE',
      direction: 'OUTGOING',
      steering: 'VRAAGGESTUURD',
      subject: 'Bel',
      report: '',
    };
    await run('recordContactMoment', 'RecordContactMomentInput', '', { ...contact, contactPersonId: added.contactPerson.id });
    expect(await logged(nuo)).toEqual(of('vastleggen-contactpersoon', added.contactPerson.id));
    const audited = await nuo.db.read.em.find(AuditEvent);
    expect(audited.map(({ action, purpose, traceId }) => [action, purpose, traceId?.length].join(' ')).toSorted()).toEqual([
      'ContactMomentRecord WERKGEVERSDIENSTVERLENING 32',
      'ContactPersonAdd WERKGEVERSDIENSTVERLENING 32',
      'ParticipantRegister BEMIDDELING 32',
      'PlacementEnd BEMIDDELING 32',
      'PlacementPlan BEMIDDELING 32',
      'PlacementPropose BEMIDDELING 32',
      'PlacementStart BEMIDDELING 32',
    ]);
  });

  it('has a refusal of a participant of another municipality, and of a name', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    await nuo.ask('wierden.klantregisseur', `{ other: participant(id: "${participants[0]}") { id } own: participant(id: "${participants[1]}") { id name } }`);
    const refused = (await events(nuo.db)).filter(({ decision }) => decision === 'DENIED');
    expect(refused.map(({ action, subjectIds, organisation }) => [action, ...subjectIds, organisation].join(' ')).toSorted()).toEqual([
      `participants.view Participant ${participants[0]} 0189`,
      `participants.viewName Participant.name ${participants[1]} 0189`,
    ]);
    expect(await logged(nuo)).toEqual(of('raadplegen-deelnemer', participants[1] as string));
  });
});
