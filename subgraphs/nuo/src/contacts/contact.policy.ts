import { action, grant } from '@werkplein/kernel';
import { employerStaff } from '../grantees.ts';

export { viewEmployers } from '../employers/employer.policy.ts';
export const recordContacts = action(
  'contacts.record',
  'Contactmomenten met werkgevers vastleggen en die van de eigen organisatie verbeteren',
  grant('all', ...employerStaff),
);
