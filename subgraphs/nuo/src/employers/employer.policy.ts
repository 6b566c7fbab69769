import { action, grant } from '@werkplein/kernel';
import { employerStaff } from '../grantees.ts';

export const viewEmployers = action(
  'employers.view',
  'Werkgevers, vestigingen, contactpersonen, contactmomenten en plaatsingen zonder cliënt zien',
  grant('all', ...employerStaff),
);
export const editEmployers = action('employers.edit', 'Werkgevers, vestigingen en contactpersonen vastleggen', grant('all', ...employerStaff));
/** The doorway to all commands of the NUO; each command has an action of its own. */
export const sendCommands = action(
  'nuo.command',
  'Een opdracht aan de NUO-administratie geven',
  grant('all', ...employerStaff, 'nuo.privacyofficer', 'nuo.functioneelbeheerder', 'werkplein.functioneelbeheerder'),
);
export const coordinateEmployers = action(
  'employers.coordinate',
  'Werkgevers samenvoegen en splitsen, over dubbelingen beslissen, blokkeren, en afkoeldagen en keyaccounts bepalen',
  grant('all', 'nuo.coordinator'),
);
