import type { ReadTx } from '@werkplein/kernel';
import { employersOf } from '../accounts/index.ts';
import type { ColleagueRef } from '../colleagues/colleague.store.ts';
import { ContactMoment, ContactMomentParticipant } from '../contacts/contact.entity.ts';
import { joinAlias } from '../employers/employer.store.ts';

/** Where the employee took part in a contact. */
const employersByContact = async ({ em }: ReadTx, { employeeId, organisation }: ColleagueRef): Promise<string[]> => {
  const rows = await joinAlias(
    em.createQueryBuilder(ContactMomentParticipant, 'p').innerJoin(ContactMoment, 'm', 'm.id = p.contactMomentId'),
    'm.employerAliasId',
  )
    .where('p.employeeId = :employeeId AND p.organisation = :organisation', { employeeId, organisation })
    .select('DISTINCT a.employerId', 'id')
    .getRawMany<{ id: string }>();
  return rows.map(({ id }) => id);
};

/** The employers that `mine` means: of the employee's accounts on this day; of who has none, where they took part in a contact. */
export const myEmployers = async (tx: ReadTx, employee: ColleagueRef, day: string): Promise<string[]> => {
  const accounts = await employersOf(tx, employee, day);
  return accounts.length > 0 ? accounts : employersByContact(tx, employee);
};
