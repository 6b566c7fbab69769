import { demoUsers, NUO, type Role } from '@werkplein/kernel';
import type { Caller } from './worlds.ts';

const extra = (name: string, organisation: string, roles: Role[]): Caller => ({ name, employeeId: name, displayName: name, organisation, roles });

/** Every demo user, and people with roles that belong to the other kind of organisation. */
export const callers: readonly Caller[] = [
  ...[...demoUsers].map(([name, user]) => ({ name, ...user })),
  extra('nuo as klantregisseur', NUO, ['klantregisseur', 'kwaliteitsmedewerker']),
  extra('almelo as jobcoach', '0141', ['jobcoach', 'coordinator', 'trajectbegeleider', 'werkleider', 'detacheringsconsulent']),
  extra('elsewhere', '0363', ['klantregisseur', 'privacyofficer']),
];
