import type { SubjectTable } from '@werkplein/kernel';
import { Responsibility } from './responsibility.entity.ts';

export const responsibilitySubject: SubjectTable = {
  entity: Responsibility,
  kind: 'responsibility',
  title: 'Wie verantwoordelijk was',
  subject: 't.participantId',
  starts: 't.endsOn',
  startsAt: 'day',
  erasure: 'delete',
  labels: { role: 'Rol', colleagueId: 'Medewerker', standIn: 'Als vervanger', startsOn: 'Begin', endsOn: 'Laatste dag' },
  hidden: ['id', 'participantId', 'openFor'],
};
