import { action, grant } from '@werkplein/kernel';
import { uitvoering } from '../grantees.ts';

export const viewWorkplaces = action(
  'workplaces.view',
  'Werkplekken, groepen en bezetting zien: de uitvoering van de NUO, en de coördinator die met de inleners afspreekt',
  grant('all', ...uitvoering, 'nuo.coordinator'),
);
export const planWorkplaces = action(
  'workplaces.plan',
  'Werkplekken en groepen vastleggen en wijzigen: de werkleider die er leiding geeft, en de coördinator die met de inleners afspreekt',
  grant('all', 'nuo.werkleider', 'nuo.coordinator'),
);
