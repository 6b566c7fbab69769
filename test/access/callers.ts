import { demoUsers, NUO, type PurposeCode, type Role } from '@werkplein/kernel';
import type { Caller } from './worlds.ts';

const extra = (name: string, organisation: string, roles: Role[]): Caller => ({ name, employeeId: name, displayName: name, organisation, roles });

const stating = (purpose: PurposeCode, ...names: string[]): Caller[] =>
  [...demoUsers].filter(([name]) => names.some((each) => name.endsWith(each))).map(([name, user]) => ({ name: `${name} for ${purpose}`, ...user, purpose }));

/** Every demo user, with and without the purposes that the table demands of some, and people with roles that belong to the other kind of organisation. */
export const callers: readonly Caller[] = [
  ...[...demoUsers].map(([name, user]) => ({ name, ...user })),
  ...stating('RECHTEN_BETROKKENE', '.privacyofficer', '.klantregisseur'),
  ...stating('VERANTWOORDING_TOEZICHT', 'almelo.privacyofficer'),
  // Theirs to state, and not one that the access log is for.
  ...stating('BEGELEIDING_NAAR_WERK', 'almelo.klantregisseur'),
  extra('nuo as klantregisseur', NUO, ['klantregisseur', 'kwaliteitsmedewerker']),
  extra('almelo as jobcoach', '0141', ['jobcoach', 'coordinator', 'trajectbegeleider', 'werkleider', 'detacheringsconsulent']),
  extra('elsewhere', '0363', ['klantregisseur', 'privacyofficer']),
];
