import type { SubjectTable } from '@werkplein/kernel';
import { ofFile } from '../clients/file-closed.ts';
import { LoonwaardeRow } from './loonwaarde.entity.ts';

export const loonwaardeSubject: SubjectTable = {
  entity: LoonwaardeRow,
  ...ofFile,
  title: 'Loonwaardebepalingen',
  labels: {
    id: 'Nummer',
    state: 'Status',
    functionName: 'Functie',
    hoursPerWeek: 'Uren per week',
    requestedOn: 'Aangevraagd op',
    plannedOn: 'Bedrijfsbezoek gepland op',
    expertOrganisation: 'Organisatie van de deskundige',
    carriedOutOn: 'Uitgevoerd op',
    tasks: 'Taken',
    wageValuePct: 'Loonwaarde in procenten',
    establishedOn: 'Vastgesteld op',
    validFrom: 'Geldig vanaf',
    reviewOn: 'Herziening op',
    lksDecideBy: 'Besluit over loonkostensubsidie uiterlijk op',
    rejectedReason: 'Reden van verwerping',
  },
  hidden: ['clientId', 'expertId', 'expertName', 'version'],
};
