import type { ReadTx } from '@werkplein/kernel';
import { ContactPerson } from './employer.entity.ts';

type Reachable = Pick<ContactPerson, 'email' | 'phone'>;

export const samePerson = (a: Reachable, b: Reachable): boolean => (a.email !== null && a.email === b.email) || (a.phone !== null && a.phone === b.phone);

/** The active person of this employer with this e-mail address or phone number. Only of use under the lock of the employer. */
export const personReachedBy = async (tx: ReadTx, employerId: string, wanted: Reachable, besides: string | null = null): Promise<ContactPerson | null> => {
  const persons = await tx.em.find(ContactPerson, { where: { employerId, active: true }, order: { id: 'ASC' } });
  return persons.find((person) => person.id !== besides && samePerson(person, wanted)) ?? null;
};
