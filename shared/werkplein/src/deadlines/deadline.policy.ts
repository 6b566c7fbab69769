import { action, grant } from '@werkplein/kernel';

export const listDeadlines = action(
  'deadline.list',
  'Zien wat er in een caseload van het eigen Werkplein op welke dag moet gebeuren',
  grant('own', 'werkplein.klantregisseur', 'werkplein.kwaliteitsmedewerker'),
);
