import { action, grant } from '@werkplein/kernel';
import { employerStaff } from '../grantees.ts';

export const keepCalendarFeed = action('calendar.feed', 'Een agenda-abonnement voor zichzelf maken, zien en intrekken', grant('all', ...employerStaff));
