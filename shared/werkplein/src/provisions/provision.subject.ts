import type { SubjectTable } from '@werkplein/kernel';
import { ofFile } from '../clients/file-closed.ts';
import { ProvisionMilestoneRow, ProvisionRow, ProvisionUseRow } from './provision.entity.ts';

export const provisionSubjects: readonly SubjectTable[] = [
  {
    ...ofFile,
    entity: ProvisionMilestoneRow,
    title: 'Momenten tijdens voorzieningen',
    labels: {
      id: 'Nummer',
      provisionId: 'Voorziening',
      kind: 'Soort',
      dueOn: 'Uiterlijk op',
      source: 'Bron',
      settledOn: 'Gedaan op',
      progress: 'Vooruitgang',
      note: 'Toelichting',
    },
    hidden: ['clientId', 'settledById'],
  },
  {
    ...ofFile,
    entity: ProvisionUseRow,
    title: 'Gebruik van voorzieningen',
    labels: {
      id: 'Nummer',
      provisionId: 'Voorziening',
      startsOn: 'Vanaf',
      endsOn: 'Tot en met',
      recordedAt: 'Vastgelegd op',
      supersededAt: 'Vervangen op',
    },
    hidden: ['clientId', 'recordedById'],
  },
  {
    ...ofFile,
    entity: ProvisionRow,
    title: 'Voorzieningen',
    labels: {
      id: 'Nummer',
      kind: 'Soort',
      status: 'Status',
      srgTypeCode: 'Code bij het CBS',
      executor: 'Uitvoerder',
      serviceOrderId: 'Opdracht aan de NUO',
      decisionId: 'Besluit',
      expectedEndOn: 'Verwacht einde',
      stopBy: 'Uiterlijk te beëindigen op',
      endReason: 'Reden van het einde',
      note: 'Toelichting',
    },
    hidden: ['clientId', 'version'],
  },
];
