import { action, grant } from '@werkplein/kernel';
import { employerStaff } from '../grantees.ts';

export const viewColleagues = action('colleagues.view', 'Zien wie er aan werkgevers werkt en in welke teams', grant('all', ...employerStaff));
export const manageColleagues = action(
  'colleagues.manage',
  'Collega’s noemen die nog niet aangemeld waren, vastleggen wie vertrekt, en teams samenstellen',
  grant('all', 'nuo.coordinator'),
);
