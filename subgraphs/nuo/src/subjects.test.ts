import { Erasure, kernelEntities, unplaced } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { ContactMoment, ContactMomentParticipant } from './contacts/contact.entity.ts';
import { ContactPerson } from './employers/employer.entity.ts';
import { nuoEntities, nuoRegistry } from './index.ts';
import { Participant } from './participants/participant.entity.ts';
import { Person } from './persons/person.entity.ts';
import { Placement, PlacementEvent, PlacementInterruption } from './placements/placement.entity.ts';
import { idOf, nuoForTest, testDemo, type TestNuo } from './testing/index.ts';

let requests = 0;
const requestId = (): string => `subject-request-${(requests += 1)}`;
const officer = 'nuo.privacyofficer';
const parts =
  '__typename ... on Erased { parts { title rows detached } } ... on ErasurePossible { parts { title rows detached } } ... on RetentionNotOver { items { title rows keepUntil } } ... on NothingToErase { erasedOn }';
const erase = async ({ ask }: TestNuo, command: 'eraseParticipant' | 'eraseContactPerson', subjectId: string, dryRun = false, user = officer) => {
  const document = `mutation ($input: EraseSubjectInput!) { nuo { ${command}(input: $input) { ${parts} } } }`;
  const { data, errors } = await ask(user, document, { input: { requestId: requestId(), subjectId, ground: 'NO_LONGER_NEEDED', dryRun } });
  return { answer: data?.nuo?.[command], errors };
};
const retention = async ({ ask }: TestNuo, dryRun: boolean, user = officer) => {
  const document = 'mutation ($input: RunRetentionInput!) { nuo { runRetention(input: $input) { more parts { title term rows } } } }';
  const { data, errors } = await ask(user, document, { input: { requestId: requestId(), dryRun } });
  const report = data?.nuo?.runRetention;
  return { errors, rows: Object.fromEntries((report?.parts ?? []).map((part: { title: string; rows: number }) => [part.title, part.rows])) };
};

it('has a place in its registry for every table', () => {
  expect(unplaced(nuoRegistry, [...kernelEntities, ...nuoEntities])).toEqual([]);
});

describe.each(dialects)('persons at the NUO on %s', (dialect) => {
  it('gives a participant and a contact person all that is held on them', async () => {
    const nuo = await nuoForTest(dialect, testDemo(2));
    const document = 'query ($id: ID!, $person: ID!) { participantSubjectAccess(id: $id) { json } contactPersonSubjectAccess(id: $person) { json html } }';
    const variables = { id: idOf('participant', 0), person: idOf('person', 0) };
    const { data } = await nuo.ask(officer, document, variables);
    const participant = JSON.parse(data.participantSubjectAccess.json);
    const filled = participant.data.flatMap(({ table, rows }: { table: string; rows: unknown[] }) => (rows.length > 0 ? [[table, rows.length]] : []));
    expect(filled).toEqual([
      ['participant', 1],
      ['placement', 1],
    ]);
    expect(participant.recipients).toMatchObject([{ organisation: 'Almelo', what: 'plaatsingen' }]);
    const person = JSON.parse(data.contactPersonSubjectAccess.json);
    expect(person.data[0].rows).toMatchObject([{ Naam: 'Persoon 0', 'E-mailadres': 'p0@voorbeeld.example' }]);
    expect(person.data[1].rows).toHaveLength(5);
    expect(person.recipients).toHaveLength(4);
    expect(JSON.stringify([participant, person])).not.toMatch(/Medewerker|Persoon 1/);
    expect(data.contactPersonSubjectAccess.html).toContain('Persoon 0');
    for (const user of ['nuo.accountmanager', 'nuo.functioneelbeheerder', 'almelo.privacyofficer']) {
      expect((await nuo.ask(user, document, variables)).data).toEqual({ participantSubjectAccess: null, contactPersonSubjectAccess: null });
    }
  });

  it('erases a contact person; the contacts stay without the person', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const id = idOf('person', 0);
    const expected = [
      { title: 'Contactmomenten', rows: 5, detached: true },
      { title: 'Contactpersoon', rows: 1, detached: false },
    ];
    expect((await erase(nuo, 'eraseContactPerson', id, true)).answer).toEqual({ __typename: 'ErasurePossible', parts: expected });
    expect(await nuo.db.read.em.existsBy(ContactPerson, { id })).toBe(true);
    expect((await erase(nuo, 'eraseContactPerson', id)).answer).toEqual({ __typename: 'Erased', parts: expected });
    expect((await erase(nuo, 'eraseContactPerson', id)).answer).toEqual({ __typename: 'NothingToErase', erasedOn: '2026-08-03' });
    const moments = await nuo.db.read.em.find(ContactMoment);
    expect(moments.map(({ contactPersonId }) => contactPersonId)).toEqual([null, null, null, null, null]);
    expect(await nuo.db.read.em.count(Erasure)).toBe(1);
    expect((await erase(nuo, 'eraseContactPerson', id, false, 'nuo.accountmanager')).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('keeps a participant while a placement runs or its term is not over', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const [running, ended, gone] = [idOf('participant', 0), idOf('participant', 1), 'none'];
    await nuo.db.write((tx) => tx.em.update(Placement, { participantId: ended }, { status: 'ENDED', endedOn: '2016-08-03' }));
    expect((await erase(nuo, 'eraseParticipant', running)).answer.items).toContainEqual({ title: 'Plaatsingen', rows: 1, keepUntil: null });
    expect((await erase(nuo, 'eraseParticipant', ended)).answer.items).toContainEqual({ title: 'Plaatsingen', rows: 1, keepUntil: '2026-08-03' });
    await nuo.db.write((tx) => tx.em.update(Placement, { participantId: ended }, { endedOn: '2016-08-02' }));
    expect((await erase(nuo, 'eraseParticipant', ended)).answer.__typename).toBe('Erased');
    expect((await nuo.db.read.em.find(Participant)).map(({ id }) => id)).toEqual([running]);
    expect((await nuo.db.read.em.find(Person)).map(({ id }) => id)).toEqual([running]);
    expect((await erase(nuo, 'eraseParticipant', gone)).answer).toEqual({ __typename: 'NothingToErase', erasedOn: null });
  });

  it('keeps a person while another participant is the same one, and forgets steps, interruptions and the token with the last', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const [first, second] = [idOf('participant', 0), idOf('participant', 1)];
    const [placementId, other] = [idOf('placement', 0), idOf('placement', 1)];
    await nuo.db.write(async ({ em }) => {
      await em.update(Person, { id: first }, { token: 'token' });
      await em.update(Participant, { id: second }, { personId: first });
      await em.delete(Person, { id: second });
      await em.update(Placement, { id: placementId }, { status: 'CANCELLED', closedOn: '2016-08-02' });
      await em.update(Placement, { id: other }, { status: 'ENDED', endedOn: '2016-08-02' });
      await em.insert(PlacementInterruption, { id: 'i', placementId: other, startsOn: '2016-01-01', endsOn: '2016-01-02', reason: 'ILLNESS' });
      const step = { at: new Date(), onDay: '2016-08-02', byId: null, organisation: 'nuo', reason: null, facts: null };
      await em.insert(PlacementEvent, { ...step, id: 'e', placementId: other, version: 1, step: 'end', fromStatus: 'ACTIVE', toStatus: 'ENDED' });
    });
    const { data } = await nuo.ask(officer, 'query ($id: ID!) { participantSubjectAccess(id: $id) { json } }', { id: second });
    const access = JSON.parse(data.participantSubjectAccess.json).data as { table: string; rows: object[] }[];
    expect(access.find(({ table }) => table === 'placement_interruption')?.rows).toMatchObject([{ Reden: 'ILLNESS' }]);
    expect(access.find(({ table }) => table === 'placement_event')?.rows).toMatchObject([{ Stap: 'end', Naar: 'ENDED' }]);
    expect((await erase(nuo, 'eraseParticipant', first)).answer.__typename).toBe('Erased');
    expect(await nuo.db.read.em.countBy(Person, { token: 'token' })).toBe(1);
    expect((await erase(nuo, 'eraseParticipant', second)).answer.__typename).toBe('Erased');
    for (const entity of [Person, Participant, Placement, PlacementEvent, PlacementInterruption]) expect(await nuo.db.read.em.count(entity)).toBe(0);
  });

  it.each([
    ['2021-08-04', 5, 1],
    ['2021-08-03', 5, 1],
    ['2021-08-02', 0, 0],
  ])('of contacts of %s the retention run of 2026-08-03 leaves %i, and %i contact person', async (day, moments, persons) => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const at = new Date(`${day}T10:00:00Z`);
    await nuo.db.write(async ({ em }) => {
      await em.updateAll(ContactMoment, { occurredAt: at, recordedAt: at });
      await em.updateAll(ContactPerson, { registeredAt: at });
      // A correction of one of them, recorded later.
      await em.update(ContactMoment, { id: idOf('moment', 4) }, { correctionOfId: idOf('moment', 3) });
    });
    expect((await retention(nuo, true)).rows).toMatchObject({ Contactmomenten: 5 - moments, Contactpersoon: 1 - persons });
    await retention(nuo, false);
    expect([
      await nuo.db.read.em.count(ContactMoment),
      await nuo.db.read.em.count(ContactMomentParticipant),
      await nuo.db.read.em.count(ContactPerson),
    ]).toEqual([moments, moments, persons]);
    expect((await retention(nuo, false, 'nuo.accountmanager')).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });
});
