import { municipalities, NUO, organisationName } from '../municipalities/index.ts';
import { type Principal, type Role } from './principal.ts';

const nuoRoles: Role[] = [
  'accountmanager',
  'coordinator',
  'trajectbegeleider',
  'jobcoach',
  'werkleider',
  'detacheringsconsulent',
  'functioneelbeheerder',
  'rapporteur',
  'privacyofficer',
];
const werkpleinRoles: Role[] = ['klantregisseur', 'kwaliteitsmedewerker', 'accountmanager', 'functioneelbeheerder', 'rapporteur', 'privacyofficer'];

const demoUser = (prefix: string, organisation: string, role: Role): [string, Principal] => [
  `${prefix}.${role}`,
  { employeeId: `demo-${prefix}-${role}`, displayName: `Demo ${role} ${organisationName(organisation)}`, organisation, roles: [role] },
];

/** Demo users by name, `<organisation>.<role>`, e.g. `wierden.accountmanager`. They exist outside production only. */
export const demoUsers: ReadonlyMap<string, Principal> = new Map([
  ...nuoRoles.map((role) => demoUser('nuo', NUO, role)),
  ...municipalities.flatMap(({ field, code }) => werkpleinRoles.map((role) => demoUser(field, code, role))),
]);
