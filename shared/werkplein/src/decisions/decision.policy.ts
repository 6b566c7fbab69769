import { action, grant } from '@werkplein/kernel';

/** Participatiewet art. 7 lid 4: rights and duties are for the municipality to decide, never for the NUO. */
export const publishDecisionAction = action(
  'decision.publish',
  'Een besluit over een cliënt vastleggen, of een eerder besluit herzien',
  grant('own', 'werkplein.klantregisseur', 'werkplein.kwaliteitsmedewerker'),
);
