import { AccessEvent, AuditEvent, OutboxEvent, ProcessingLogLine } from '@werkplein/kernel';
import { contentsOf, dialects, rectifyForTest } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { ContactMoment, ContactMomentParticipant } from './contacts/contact.entity.ts';
import { ContactPerson } from './employers/employer.entity.ts';
import { nuoRegistry, nuoSubgraph } from './index.ts';
import { Participant } from './participants/participant.entity.ts';
import { idOf, nuoForTest, testClock, testDemo, type TestNuo } from './testing/index.ts';

const rectifying = ({ db }: TestNuo) => rectifyForTest(db, 'nuo', testClock, nuoRegistry, nuoSubgraph.schema);
const log = ['processing_log', 'access_event'];
const [participantId, person, moment] = [idOf('participant', 0), idOf('person', 0), idOf('moment', 0)];
const started = async (dialect: (typeof dialects)[number]): Promise<TestNuo> => {
  const nuo = await nuoForTest(dialect, testDemo(1));
  await nuo.db.write(({ em }) => em.update(Participant, { id: participantId }, { clientId: null, name: 'Wsw Medewerkr' }));
  return nuo;
};
const trace = async ({ db }: TestNuo) => ({
  lines: (await db.read.em.find(ProcessingLogLine)).map(({ name }) => name),
  audit: (await db.read.em.find(AuditEvent)).map(({ action }) => action),
  events: (await db.read.em.find(OutboxEvent)).map(({ type }) => type),
});
const correcting = 'Verbeteren van de gegevens van een deelnemer';
const keeping = 'Vastleggen van een contactpersoon of een contact daarmee';

describe.each(dialects)('rectifying at the command line of the NUO on %s', (dialect) => {
  it('shows a participant with the placements that move along, writes nothing in a trial, and all of it when applied', async () => {
    const nuo = await started(dialect);
    const right = { name: 'Wsw Medewerker', municipality: '0183' };
    const changes = [
      { table: 'Inschrijving als deelnemer', id: participantId, field: 'Gemeente', from: '0141', to: '0183' },
      { table: 'Inschrijving als deelnemer', id: participantId, field: 'Naam', from: 'Wsw Medewerkr', to: 'Wsw Medewerker' },
      { table: 'Plaatsingen', id: idOf('placement', 0), field: 'Gemeente', from: '0141', to: '0183' },
    ];
    const before = await contentsOf(nuo.db, ...log);
    const trial = await rectifying(nuo)(right, '--participant', participantId, '--dry-run');
    expect(trial.report).toMatchObject({ dryRun: true, version: 1, changes, recipients: [{ organisation: 'Almelo', what: 'plaatsingen' }] });
    expect(await contentsOf(nuo.db, ...log)).toEqual(before);
    expect(await trace(nuo)).toEqual({ lines: [correcting], audit: [], events: [] });
    const done = await rectifying(nuo)({ ...right, expectedVersion: trial.report.version }, '--participant', participantId, '--apply');
    expect(done.report.changes).toEqual(changes);
    expect(await trace(nuo)).toEqual({ lines: [correcting, correcting], audit: ['ParticipantCorrect'], events: ['ParticipantCorrected'] });
    await expect(rectifying(nuo)({ name: 'X', expectedVersion: 1 }, '--participant', idOf('participant', 1), '--apply')).rejects.toThrow('ParticipantIsClient');
  });

  it('corrects a contact person, also under the number that a merge took away', async () => {
    const nuo = await started(dialect);
    await nuo.db.write(async ({ em }) => {
      const { id: _, ...row } = await em.findOneByOrFail(ContactPerson, { id: person });
      await em.insert(ContactPerson, { ...row, id: idOf('person', 9), active: false, mergedIntoId: person });
    });
    const rectify = rectifying(nuo);
    const before = await contentsOf(nuo.db, ...log);
    const right = { email: 'persoon@voorbeeld.example', preferenceNote: 'Bel 999990019' };
    const trial = await rectify(right, '--contact-person', idOf('person', 9), '--dry-run');
    expect(new Set(trial.report.changes.map(({ id, field, to }) => [id, field, to]))).toEqual(
      new Set([
        [person, 'E-mailadres', 'persoon@voorbeeld.example'],
        [person, 'Gewijzigd op', testClock().toISOString()],
        [person, 'Toelichting op de voorkeur', 'Bel 999990019'],
      ]),
    );
    expect(trial.report.warnings).toHaveLength(1);
    expect(trial.report.recipients.map(({ organisation }) => organisation)).toEqual(['Almelo', 'Twenterand', 'Tubbergen', 'Wierden']);
    expect(await contentsOf(nuo.db, ...log)).toEqual(before);
    await rectify({ ...right, expectedVersion: 1 }, '--contact-person', idOf('person', 9), '--apply');
    expect(await nuo.db.read.em.findOneByOrFail(ContactPerson, { id: person })).toMatchObject({ email: right.email, version: 2 });
    await expect(rectify({ ...right, expectedVersion: 1 }, '--contact-person', person, '--apply')).rejects.toThrow('ContactPersonVersionConflict');
    expect(await trace(nuo)).toMatchObject({ lines: [keeping, keeping, keeping], events: ['ContactPersonChanged'] });
  });

  it('replaces a contact moment by one that says what was wrong anew and keeps the rest, also who was there', async () => {
    const nuo = await started(dialect);
    const rectify = rectifying(nuo);
    const before = await contentsOf(nuo.db, ...log);
    const right = { report: 'Mevrouw heeft dit niet gezegd.', contactPersonId: null };
    const trial = await rectify(right, '--contact-moment', moment, '--dry-run');
    expect(trial.report.changes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ field: 'Nummer', from: moment }),
        expect.objectContaining({ field: 'Verslag', from: '', to: right.report }),
        expect.objectContaining({ field: 'Contactpersoon (nummer)', from: person, to: null }),
      ]),
    );
    expect(trial.report.changes.map(({ field }) => field)).not.toContain('Onderwerp');
    expect(trial.report.recipients).toHaveLength(4);
    expect(await contentsOf(nuo.db, ...log)).toEqual(before);
    await rectify(right, '--contact-moment', moment, '--apply');
    const fact = await nuo.db.read.em.findOneByOrFail(ContactMoment, { correctionOfId: moment });
    expect(fact).toMatchObject({ ...right, subject: 'Contact 0', channel: 'PHONE' });
    const present = await nuo.db.read.em.findBy(ContactMomentParticipant, { contactMomentId: fact.id });
    expect(present.map(({ employeeId }) => employeeId)).toEqual(['e0']);
    await expect(rectify(right, '--contact-moment', moment, '--apply')).rejects.toThrow('ContactMomentAlreadyCorrected');
    expect((await nuo.db.read.em.find(AccessEvent)).map(({ subjectIds }) => subjectIds)).toEqual([[person], [person]]);
  });

  it('leaves a contact moment of a Werkplein to that Werkplein, and who was there to those who were', async () => {
    const nuo = await started(dialect);
    const rectify = rectifying(nuo);
    const before = await contentsOf(nuo.db);
    await expect(rectify({ report: 'x' }, '--contact-moment', idOf('moment', 1), '--apply')).rejects.toMatchObject({
      message: expect.not.stringContaining('{'),
    });
    const others = [{ employeeId: 'e9', name: 'Negen', organisation: 'nuo' }];
    await expect(rectify({ others }, '--contact-moment', moment, '--apply')).rejects.toThrow('  others: Wie erbij was');
    await expect(rectify({ channel: 'PIGEON', occurredAt: 1 }, '--contact-moment', moment, '--apply')).rejects.toThrow(/ {2}channel: .*\n {2}occurredAt: /);
    await expect(rectify({ occurredAt: 'gisteren', subject: '' }, '--contact-moment', moment, '--apply')).rejects.toThrow(/ {2}occurredAt: .*\n {2}subject: /);
    await expect(rectify({ name: 'X' }, '--participant', participantId, '--contact-person', person, '--apply')).rejects.toThrow('Name one thing');
    expect(await contentsOf(nuo.db)).toEqual(before);
  });
});
