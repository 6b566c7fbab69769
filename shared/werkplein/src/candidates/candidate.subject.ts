import type { SubjectTable } from '@werkplein/kernel';
import { ofFile } from '../clients/file-closed.ts';
import { CandidateRow } from './candidate.entity.ts';

export const candidateSubject: SubjectTable = {
  entity: CandidateRow,
  ...ofFile,
  title: 'Profiel als kandidaat',
  labels: {
    id: 'Nummer als kandidaat',
    visibility: 'Zichtbaar voor',
    informedOn: 'U bent geïnformeerd op',
    occupations: 'Beroepen',
    hoursMin: 'Uren per week, ten minste',
    hoursMax: 'Uren per week, ten hoogste',
    postcode4: 'Postcode (cijfers)',
    maxTravelKm: 'Reisafstand in kilometers',
    workingLevel: 'Werk- en denkniveau',
    drivingLicences: 'Rijbewijzen',
    needsAdaptation: 'Aanpassing van de werkplek nodig',
    needsGuidance: 'Begeleiding op het werk nodig',
    availableFrom: 'Beschikbaar vanaf',
    withdrawnOn: 'Ingetrokken op',
  },
  hidden: ['clientId', 'version'],
};
