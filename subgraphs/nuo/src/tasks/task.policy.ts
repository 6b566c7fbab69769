import { action, grant } from '@werkplein/kernel';
import { employerStaff } from '../grantees.ts';

export const workOnTasks = action('tasks.work', 'Taken zien, maken, wijzigen, oppakken en afronden', grant('all', ...employerStaff));
export const divideTasks = action('tasks.divide', 'De taken zien die bij niemand liggen en op verdeling wachten', grant('all', 'nuo.coordinator'));
