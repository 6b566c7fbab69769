import { action, grant } from '@werkplein/kernel';

export const accessSubjects = action(
  'subjects.access',
  'Alle gegevens van een deelnemer of contactpersoon verzamelen voor een verzoek om inzage (AVG art. 15)',
  grant('all', 'nuo.privacyofficer'),
);
export const eraseSubjects = action(
  'subjects.erase',
  'Een deelnemer of contactpersoon wissen, of nagaan of dat mag (AVG art. 17)',
  grant('all', 'nuo.privacyofficer'),
);
export const runNuoRetention = action(
  'retention.run',
  'Verwijderen waarvan de bewaartermijn voorbij is, of nagaan wat dat is',
  grant('all', 'nuo.privacyofficer', 'nuo.functioneelbeheerder'),
);
