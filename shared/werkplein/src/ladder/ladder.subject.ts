import type { SubjectTable } from '@werkplein/kernel';
import { ofFile } from '../clients/file-closed.ts';
import { LadderRow } from './ladder.entity.ts';

export const ladderSubject: SubjectTable = {
  entity: LadderRow,
  ...ofFile,
  title: 'Metingen op de participatieladder',
  labels: { id: 'Nummer', measuredOn: 'Dag', step: 'Trede', recordedAt: 'Vastgelegd op', supersededAt: 'Verbeterd op' },
  hidden: ['clientId', 'currentDay', 'recordedById', 'recordedByName'],
};
