import { action, grant } from '@werkplein/kernel';
import { uitvoering } from '../grantees.ts';

export const viewLearning = action('learning.view', 'De leerwerklijn van een deelnemer zien, zonder notities; een Werkplein alleen van de eigen mensen', {
  ...grant('all', ...uitvoering),
  ...grant('own', 'werkplein.klantregisseur', 'werkplein.kwaliteitsmedewerker'),
});
/** What uitvoering writes for itself; regie hears by the service order. */
export const viewLearningNotes = action(
  'learning.viewNotes',
  'Notities bij een leerwerklijn zien, en waarom een stap of lijn is gestopt',
  grant('all', ...uitvoering),
);
export const runLearning = action('learning.run', 'Een leerwerklijn en haar stappen vastleggen', grant('all', ...uitvoering));
