import type { SubjectTable } from '@werkplein/kernel';
import { ofFile } from '../clients/file-closed.ts';
import { PlanEvaluationRow, PlanRow } from './plan.entity.ts';

export const planSubject: SubjectTable = {
  ...ofFile,
  entity: PlanRow,
  title: 'Plannen van aanpak',
  labels: {
    id: 'Nummer',
    number: 'Volgnummer',
    status: 'Status',
    content: 'Inhoud',
    evaluateOn: 'Evaluatie op',
    writtenAt: 'Opgesteld op',
    establishedOn: 'Vastgesteld op',
    endedOn: 'Geëindigd op',
    endReason: 'Reden van het einde',
  },
  hidden: ['clientId', 'conceptOf', 'establishedOf', 'version', 'writtenById', 'writtenByName'],
};

export const planEvaluationSubject: SubjectTable = {
  ...ofFile,
  entity: PlanEvaluationRow,
  title: 'Evaluaties van plannen van aanpak',
  labels: {
    id: 'Nummer',
    planId: 'Plan van aanpak',
    evaluatedOn: 'Geëvalueerd op',
    samenspraak: 'In samenspraak',
    outcome: 'Uitkomst',
    nextEvaluationOn: 'Volgende evaluatie',
    recordedAt: 'Vastgelegd op',
  },
  hidden: ['clientId', 'recordedById', 'recordedByName'],
};
