import type { ReadTx, WriteTx } from '@werkplein/kernel';
import type { SelectQueryBuilder, UpdateQueryBuilder } from 'typeorm';
import { EmployerAlias } from '../employers/employer.entity.ts';
import { ContactPlan } from './contact-plan.entity.ts';
import type { Colleague } from './contact-plan.rules.ts';

type Owner = Omit<Colleague, 'name'>;

/** Plans that one person still has to carry out, at these employers or all; columns without an alias, so that an update reads the same. */
const heldBy = <Q extends SelectQueryBuilder<ContactPlan> | UpdateQueryBuilder<ContactPlan>>(
  query: Q,
  tx: ReadTx,
  { employeeId, organisation }: Owner,
  employerIds: readonly string[] | null,
): Q => {
  query.where("ownerId = :employeeId AND ownerOrganisation = :organisation AND status IN ('RESERVED', 'SCHEDULED')", { employeeId, organisation });
  if (employerIds === null) return query;
  const aliases = tx.em.createQueryBuilder(EmployerAlias, 'a').select('a.id').where('a.employerId IN (:...employerIds)');
  query.andWhere(`employerAliasId IN (${aliases.getQuery()})`, { employerIds });
  return query;
};

export const countOpenPlans = (tx: ReadTx, owner: Owner, employerIds: readonly string[] | null): Promise<number> =>
  heldBy(tx.em.createQueryBuilder(ContactPlan, 'p'), tx, owner, employerIds).getCount();

/** Gives what `countOpenPlans` counts to another, when an account or a whole desk is handed over. Under the locks of the employers. */
export const moveOpenPlans = async (tx: WriteTx, from: Owner, to: Colleague, employerIds: readonly string[] | null): Promise<number> => {
  const update = tx.em
    .createQueryBuilder()
    .update(ContactPlan)
    .set({ ownerId: to.employeeId, ownerName: to.name, ownerOrganisation: to.organisation, offeredTo: null, version: () => 'version + 1' });
  return (await heldBy(update, tx, from, employerIds).execute()).affected ?? 0;
};
