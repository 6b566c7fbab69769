import type { Principal, ReadTx } from '@werkplein/kernel';
import { ContactMoment, ContactMomentParticipant } from '../contacts/contact.entity.ts';
import { joinAlias } from '../employers/employer.store.ts';

/** Ids of the employers that an employee works with. */
export type EmployersOf = (tx: ReadTx, employee: Pick<Principal, 'employeeId' | 'organisation'>) => Promise<string[]>;

/** Where the employee took part in a contact. */
export const employersByContact: EmployersOf = async ({ em }, { employeeId, organisation }) => {
  const rows = await joinAlias(
    em.createQueryBuilder(ContactMomentParticipant, 'p').innerJoin(ContactMoment, 'm', 'm.id = p.contactMomentId'),
    'm.employerAliasId',
  )
    .where('p.employeeId = :employeeId AND p.organisation = :organisation', { employeeId, organisation })
    .select('DISTINCT a.employerId', 'id')
    .getRawMany<{ id: string }>();
  return rows.map(({ id }) => id);
};
