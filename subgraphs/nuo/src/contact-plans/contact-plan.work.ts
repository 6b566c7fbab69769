import type { ReadTx, WriteTx } from '@werkplein/kernel';
import type { SelectQueryBuilder, UpdateQueryBuilder } from 'typeorm';
import type { OpenWork } from '../accounts/open-work.ts';
import { Colleague } from '../colleagues/colleague.entity.ts';
import { type ColleagueRef, colleagueId } from '../colleagues/colleague.store.ts';
import { EmployerAlias } from '../employers/employer.entity.ts';
import { ContactPlan } from './contact-plan.entity.ts';

/** Plans that one person still has to carry out, at these employers or all; columns without an alias, so that an update reads the same. */
const heldBy = <Q extends SelectQueryBuilder<ContactPlan> | UpdateQueryBuilder<ContactPlan>>(
  query: Q,
  tx: ReadTx,
  { employeeId, organisation }: ColleagueRef,
  employerIds: readonly string[] | null,
): Q => {
  query.where("ownerId = :employeeId AND ownerOrganisation = :organisation AND status IN ('RESERVED', 'SCHEDULED')", { employeeId, organisation });
  if (employerIds === null) return query;
  const aliases = tx.em.createQueryBuilder(EmployerAlias, 'a').select('a.id').where('a.employerId IN (:...employerIds)');
  query.andWhere(`employerAliasId IN (${aliases.getQuery()})`, { employerIds });
  return query;
};

/** What a plan holds of its owner, named as the register names them; an offer of the owner before is over. */
const ownedBy = async (tx: ReadTx, to: ColleagueRef) => {
  const { name } = await tx.em.findOneByOrFail(Colleague, { id: colleagueId(to) });
  return { ownerId: to.employeeId, ownerName: name, ownerOrganisation: to.organisation, offeredTo: null };
};

/** Plans go along with an account or a whole desk; whose name they show is read from the register. */
export const openPlans: OpenWork = {
  name: 'contactPlans',
  open: (tx, employee, employerIds) => heldBy(tx.em.createQueryBuilder(ContactPlan, 'p'), tx, employee, employerIds).getCount(),
  changes: async (tx, from, to, employerIds) => {
    const values = Object.entries(await ownedBy(tx, to));
    const plans = await heldBy(tx.em.createQueryBuilder(ContactPlan, 'p'), tx, from, employerIds).getMany();
    return plans.flatMap((row) => values.map(([column, value]) => ({ entity: ContactPlan, row, column, value })));
  },
  move: async (tx: WriteTx, from, to, employerIds) => {
    const update = tx.em
      .createQueryBuilder()
      .update(ContactPlan)
      .set({ ...(await ownedBy(tx, to)), version: () => 'version + 1' });
    return (await heldBy(update, tx, from, employerIds).execute()).affected ?? 0;
  },
};
