import type { SubjectTable } from '@werkplein/kernel';
import { LearningLine, LearningNote, LearningStep, PracticeCertificate } from './learning.entity.ts';

const ofLine = {
  kind: 'learning-line',
  subject: { by: 'lineId', table: 'learning_line', column: 'participantId' },
  starts: '(SELECT l.endedOn FROM learning_line l WHERE l.id = t.lineId)',
  startsAt: 'day',
  erasure: 'delete',
} as const;

/** A whole line goes at once: its notes and certificates first, then its steps, then the line. */
export const learningSubjects: readonly SubjectTable[] = [
  {
    entity: LearningNote,
    ...ofLine,
    title: 'Notities bij de leerwerklijn',
    labels: { id: 'Nummer', stepId: 'Stap (nummer)', text: 'Notitie', writtenAt: 'Geschreven op' },
    hidden: ['lineId', 'authorId', 'authorName'],
  },
  {
    entity: PracticeCertificate,
    ...ofLine,
    title: 'Praktijkverklaringen',
    labels: {
      id: 'Nummer',
      stepId: 'Stap (nummer)',
      number: 'Nummer van de verklaring',
      issuedOn: 'Afgegeven op',
      issuer: 'Afgegeven door',
      recordedAt: 'Vastgelegd op',
    },
    hidden: ['lineId', 'recordedById'],
  },
  {
    entity: LearningStep,
    ...ofLine,
    title: 'Stappen van de leerwerklijn',
    labels: {
      id: 'Nummer',
      position: 'Volgorde',
      module: 'Module',
      workKind: 'Soort werk',
      goal: 'Leerdoel',
      status: 'Status',
      placementId: 'Plaatsing (nummer)',
      startedOn: 'Begonnen op',
      finishedOn: 'Behaald of gestopt op',
      stopReason: 'Waarom gestopt',
      changedAt: 'Laatst gewijzigd op',
    },
    hidden: ['lineId', 'version'],
  },
  {
    entity: LearningLine,
    kind: 'learning-line',
    title: 'Leerwerklijn',
    subject: 't.participantId',
    starts: 't.endedOn',
    startsAt: 'day',
    erasure: 'delete',
    labels: {
      id: 'Nummer',
      serviceOrderId: 'Opdracht (nummer)',
      goal: 'Doel',
      startsOn: 'Begin',
      expectedEndOn: 'Verwacht einde',
      endedOn: 'Laatste dag',
      endReason: 'Reden van het einde',
      recordedAt: 'Vastgelegd op',
    },
    hidden: ['participantId', 'openParticipantId', 'version'],
  },
];
