import { action, grant, type RequestContext, scopeOf } from '@werkplein/kernel';

export const readCandidate = action(
  'candidate.read',
  'Het profiel van een kandidaat zien zonder te weten wie het is; de NUO alleen profielen die het Werkplein met haar deelt',
  {
    ...grant('own', 'werkplein.klantregisseur', 'werkplein.kwaliteitsmedewerker', 'werkplein.accountmanager', 'werkplein.privacyofficer'),
    ...grant('disclosed', 'nuo.accountmanager', 'nuo.coordinator', 'nuo.trajectbegeleider', 'nuo.jobcoach', 'nuo.detacheringsconsulent', 'nuo.werkleider'),
  },
);

export const saveCandidateAction = action(
  'candidate.save',
  'Het profiel van een kandidaat vastleggen, delen en intrekken',
  grant('own', 'werkplein.klantregisseur', 'werkplein.kwaliteitsmedewerker'),
);

/** Whether the reader sees only what this Werkplein shares. */
export const seesSharedOnly = (ctx: RequestContext): boolean => scopeOf(ctx.principal, readCandidate) !== 'own';
