import type { SubjectTable } from '@werkplein/kernel';
import { fileClosed } from '../clients/file-closed.ts';
import { LadderRow } from './ladder.entity.ts';

export const ladderSubject: SubjectTable = {
  entity: LadderRow,
  kind: 'dossier',
  title: 'Metingen op de participatieladder',
  subject: 't.clientId',
  starts: fileClosed('t.clientId'),
  startsAt: 'day',
  erasure: 'delete',
  labels: { id: 'Nummer', measuredOn: 'Dag', step: 'Trede', recordedAt: 'Vastgelegd op', supersededAt: 'Verbeterd op' },
  hidden: ['clientId', 'currentDay', 'recordedById', 'recordedByName'],
};
