import { action, grant } from '@werkplein/kernel';
import { employerStaff } from '../grantees.ts';

export const viewNuoParameters = action(
  'parameters.view',
  'De termijnen, grenzen en feestdagen zien waarmee de NUO werkt',
  grant('all', ...employerStaff, 'nuo.functioneelbeheerder', 'nuo.rapporteur', 'werkplein.rapporteur', 'werkplein.functioneelbeheerder'),
);
