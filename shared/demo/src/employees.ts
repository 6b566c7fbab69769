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
