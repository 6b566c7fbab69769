import type { Grantee } from '@werkplein/kernel';

// Groups of roles that the policies name together (domain.md §7).

/** NUO staff who run placements and support participants. */
export const uitvoering = ['nuo.trajectbegeleider', 'nuo.jobcoach', 'nuo.detacheringsconsulent', 'nuo.werkleider'] as const satisfies Grantee[];

/** Everyone who talks with employers, at the NUO and at the Werkpleinen. */
export const employerStaff = [
  ...uitvoering,
  'nuo.accountmanager',
  'nuo.coordinator',
  'werkplein.accountmanager',
  'werkplein.klantregisseur',
  'werkplein.kwaliteitsmedewerker',
] as const satisfies Grantee[];
