import { action, grant } from '@werkplein/kernel';
import { employerStaff } from '../grantees.ts';

export { viewEmployers } from '../employers/employer.policy.ts';
export const viewVacancies = action('vacancies.view', 'Vacatures van werkgevers zien', grant('all', ...employerStaff));
export const editVacancies = action('vacancies.edit', 'Vacatures vastleggen, wijzigen, sluiten en intrekken', grant('all', ...employerStaff));
