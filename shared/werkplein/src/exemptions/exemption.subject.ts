import type { SubjectTable } from '@werkplein/kernel';
import { ofFile } from '../clients/file-closed.ts';
import { CarriedExemptionRow, ExemptionRow } from './exemption.entity.ts';

export const exemptionSubjects: readonly SubjectTable[] = [
  {
    ...ofFile,
    entity: ExemptionRow,
    title: 'Ontheffingen',
    labels: {
      id: 'Nummer',
      ground: 'Grond',
      status: 'Status',
      startsOn: 'Vanaf',
      endsOn: 'Tot en met',
      decisionId: 'Besluit',
      reviewOn: 'Heronderzoek op',
      reviewedOn: 'Laatste heronderzoek op',
      endReason: 'Reden van het einde',
      recordedAt: 'Vastgelegd op',
    },
    hidden: ['clientId', 'version', 'recordedById'],
  },
  {
    ...ofFile,
    entity: CarriedExemptionRow,
    title: 'Ontheffing in andere gemeenten',
    labels: { id: 'Nummer', ground: 'Grond', municipality: 'Gemeente', months: 'Gebruikte maanden', recordedAt: 'Vastgelegd op' },
    hidden: ['clientId', 'recordedById'],
  },
];
