import { z } from 'zod';

/** Roles of domain.md §6.1; which of them may do what stands in the policies. */
export const roles = [
  'klantregisseur',
  'kwaliteitsmedewerker',
  'trajectbegeleider',
  'jobcoach',
  'werkleider',
  'detacheringsconsulent',
  'accountmanager',
  'coordinator',
  'functioneelbeheerder',
  'rapporteur',
  'privacyofficer',
] as const;
export type Role = (typeof roles)[number];

export const principalSchema = z.object({
  employeeId: z.string().min(1).max(64),
  displayName: z.string().max(120),
  /** `nuo` or the CBS code of the employing municipality. */
  organisation: z.string().regex(/^([0-9]{4}|nuo)$/),
  roles: z.array(z.enum(roles)).min(1),
});

/** Who asks: an employee of one organisation with roles. Comes from a verified statement only, never from a header or an argument. */
export type Principal = z.infer<typeof principalSchema>;
