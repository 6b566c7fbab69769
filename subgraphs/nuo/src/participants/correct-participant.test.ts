import { AuditEvent, OutboxEvent, ProcessingLogLine } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { Placement } from '../placements/placement.entity.ts';
import { idOf, nuoForTest, testDemo, type TestNuo } from '../testing/index.ts';
import { Participant } from './participant.entity.ts';

const document = `mutation ($input: CorrectParticipantInput!) { nuo { correctParticipant(input: $input) { __typename
  ... on ParticipantCorrected { placements participant { name municipality version } } ... on ParticipantVersionConflict { currentVersion }
  ... on ParticipantIsClient { municipality } } } }`;
let requests = 0;
const participantId = idOf('participant', 0);
/** A Wsw employee with one placement, and a client. */
const started = async (dialect: (typeof dialects)[number]): Promise<TestNuo> => {
  const nuo = await nuoForTest(dialect, testDemo(1));
  await nuo.db.write(({ em }) => em.update(Participant, { id: participantId }, { clientId: null, name: 'Wsw Medewerkr' }));
  return nuo;
};
const correcting = (nuo: TestNuo, more: object, user = 'nuo.jobcoach') =>
  nuo.ask(user, document, { input: { requestId: `correcting-${(requests += 1)}`, participantId, expectedVersion: 1, ...more } });
const corrected = async (nuo: TestNuo, more: object) => (await correcting(nuo, more)).data.nuo.correctParticipant;

describe.each(dialects)('correcting a participant on %s', (dialect) => {
  it('changes the name, and the municipality of placements too', async () => {
    const nuo = await started(dialect);
    const participant = { name: 'Wsw Medewerker', municipality: '0183', version: 2 };
    const input = { requestId: 'correcting-once', name: 'Wsw Medewerker', municipality: '0183' };
    for (const _ of ['first', 'again']) expect(await corrected(nuo, input)).toEqual({ __typename: 'ParticipantCorrected', placements: 1, participant });
    const placements = await nuo.db.read.em.findBy(Placement, { participantId });
    expect(placements.map(({ municipality, version }) => [municipality, version])).toEqual([['0183', 2]]);
    expect(await corrected(nuo, { name: 'Ander' })).toEqual({ __typename: 'ParticipantVersionConflict', currentVersion: 2 });
    const lines = (await nuo.db.read.em.find(ProcessingLogLine)).map(({ processingActivityId }) => String(processingActivityId.split('/').at(-1)));
    expect(lines.toSorted()).toEqual(['raadplegen-deelnemer', 'wijzigen-deelnemer', 'wijzigen-deelnemer']);
    expect(await nuo.db.read.em.countBy(AuditEvent, { action: 'ParticipantCorrect' })).toBe(2);
    expect(await nuo.db.read.em.countBy(OutboxEvent, { type: 'ParticipantCorrected', aggregateId: participantId })).toBe(1);
  });

  it('is refused for a client of a Werkplein, for who may not, and without anything to correct', async () => {
    const nuo = await started(dialect);
    expect(await corrected(nuo, { participantId: idOf('participant', 1), name: 'X' })).toEqual({ __typename: 'ParticipantIsClient', municipality: '0189' });
    for (const more of [{}, { name: null }, { name: ' ' }, { municipality: '1' }, { participantId: 'none', name: 'X' }])
      expect((await correcting(nuo, more)).errors?.[0]?.extensions['code']).toBe('BAD_INPUT');
    for (const user of ['nuo.accountmanager', 'almelo.klantregisseur'])
      expect((await correcting(nuo, { name: 'X' }, user)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect(await nuo.db.read.em.findOneByOrFail(Participant, { id: participantId })).toMatchObject({ name: 'Wsw Medewerkr', version: 1 });
  });

  it('is done once when two correct the same at once', async () => {
    const nuo = await started(dialect);
    const answers = await Promise.all(['Een', 'Twee'].map((name) => corrected(nuo, { name })));
    expect(new Set(answers.map(({ __typename }) => __typename))).toEqual(new Set(['ParticipantCorrected', 'ParticipantVersionConflict']));
  });
});
