import { action, grant } from '@werkplein/kernel';

export const administerLetters = action(
  'letter.administer',
  'Zien welke brieven aan andere organisaties niet aankomen, zonder wat erin staat, en ze opnieuw versturen of opzijleggen',
  grant('own', 'werkplein.functioneelbeheerder'),
);
