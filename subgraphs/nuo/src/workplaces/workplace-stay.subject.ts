import type { SubjectTable } from '@werkplein/kernel';
import { withPlacement } from '../placements/placement.subject.ts';
import { WorkplaceStay } from './workplace-stay.entity.ts';

export const workplaceStaySubject: SubjectTable = {
  ...withPlacement,
  entity: WorkplaceStay,
  title: 'Werkplekken van plaatsingen',
  labels: { placementId: 'Plaatsing (nummer)', workplaceId: 'Werkplek (nummer)', fromDay: 'Eerste dag', untilDay: 'Laatste dag' },
  hidden: ['id'],
};
