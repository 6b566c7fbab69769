import { municipalities, NUO, organisationName } from '@werkplein/kernel';
import { fullName, personName } from './names.ts';
import { randomOf } from './random.ts';

const fieldOf = (organisation: string): string => municipalities.find(({ code }) => code === organisation)?.field ?? NUO;

/** Employee number `index` of a role; number 0 is the demo user of that role, who so finds work of their own. */
export const demoEmployee = (organisation: string, role: 'klantregisseur' | 'accountmanager', index: number): { id: string; name: string } => {
  const id = `demo-${fieldOf(organisation)}-${role}`;
  if (index === 0) return { id, name: `Demo ${role} ${organisationName(organisation)}` };
  return { id: `${id}-${index + 1}`, name: fullName(personName(randomOf(id, index))) };
};

const accountManagers: Record<string, number> = { [NUO]: 8, '0141': 5 };
export const accountManagerCount = (organisation: string): number => accountManagers[organisation] ?? 3;

export type CarrierRole = 'trajectbegeleider' | 'jobcoach' | 'werkleider';
export interface Carrier {
  id: string;
  name: string;
}
const carriers: Record<CarrierRole, number> = { trajectbegeleider: 6, jobcoach: 5, werkleider: 8 };
export const carrierCount = (role: CarrierRole): number => carriers[role];

/** Employee `index` of the NUO in a role of uitvoering; number 0 is the demo user of that role. */
export const carrierOf = (role: CarrierRole, index: number): Carrier => {
  const id = `demo-${NUO}-${role}`;
  if (index === 0) return { id, name: `Demo ${role} ${organisationName(NUO)}` };
  return { id: `${id}-${index + 1}`, name: fullName(personName(randomOf(id, index))) };
};
