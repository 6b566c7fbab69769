import { type Cursor, type Employee, employee, insertMissing, mayDo, NUO, type ReadTx, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { In } from 'typeorm';
import { viewEmployers } from '../employers/employer.policy.ts';
import { loadById, rowsBy } from '../reads.ts';
import { Colleague } from './colleague.entity.ts';

/** How features name a person. */
export interface ColleagueRef {
  employeeId: string;
  organisation: string;
}

export const colleagueId = ({ organisation, employeeId }: ColleagueRef): string => `${organisation}:${employeeId}`;

export const refOf = (id: string): ColleagueRef => ({ organisation: id.slice(0, id.indexOf(':')), employeeId: id.slice(id.indexOf(':') + 1) });

export const newColleague = (ref: ColleagueRef, name: string, nameVerified: boolean): Colleague => ({
  id: colleagueId(ref),
  employeeId: ref.employeeId,
  organisation: ref.organisation,
  name,
  nameVerified,
  leavesOn: null,
  handedOverAt: null,
  version: 1,
});

/**
 * Whoever works with employers and gives a command that they may give is known from then on, under the name of the verified sign-in.
 * Others are not: whom the register knows can be given work.
 */
export const learnCaller = async ({ principal, db }: RequestContext): Promise<void> => {
  if (!mayDo(principal, viewEmployers, NUO)) return;
  const fresh = newColleague(principal, principal.displayName, true);
  const known = await db.read.em.findOneBy(Colleague, { id: fresh.id });
  if (known?.nameVerified && known.name === fresh.name) return;
  await db.write(async (tx) => {
    await insertMissing(tx, Colleague, [fresh]);
    await tx.em.update(Colleague, { id: fresh.id }, { name: fresh.name, nameVerified: true });
  });
};

export const loadColleague = (ctx: RequestContext, id: string): Promise<Colleague | null> => loadById(ctx, 'colleague', Colleague, id);

export const employeeOf = ({ employeeId, name, organisation }: Colleague): Employee => employee(employeeId, name, organisation);

export const loadEmployee = async (ctx: RequestContext, id: string): Promise<Employee | null> => {
  const row = await loadColleague(ctx, id);
  return row && employeeOf(row);
};

/**
 * Held until the transaction ends: `read` by who gives this person work, `write` by who changes whether they take any.
 * Taken after the lock on the employer, never before.
 */
export const lockColleague = (tx: WriteTx, id: string, mode: 'read' | 'write'): Promise<Colleague | null> =>
  tx.em.findOne(Colleague, { where: { id }, ...(tx.dialect === 'mariadb' && { lock: { mode: `pessimistic_${mode}` as const } }) });

/** Names by id. */
export const loadNames = async (tx: ReadTx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  new Map((await rowsBy(tx, Colleague, 'id', [...new Set(ids)])).map(({ id, name }) => [id, name]));

/** Which of the ids nobody has. */
export const unknownColleagues = async (tx: ReadTx, ids: readonly string[]): Promise<string[]> => {
  const known = new Set((await tx.em.find(Colleague, { select: { id: true }, where: { id: In([...ids]) } })).map(({ id }) => id));
  return ids.filter((id) => !known.has(id));
};

/** By name; one row more than `size`. */
export const listColleagues = (tx: ReadTx, size: number, after: Cursor | null): Promise<Colleague[]> => {
  const query = tx.em
    .createQueryBuilder(Colleague, 'c')
    .orderBy('c.name')
    .addOrderBy('c.id')
    .limit(size + 1);
  if (after) query.where('c.name >= :name AND (c.name > :name OR c.id > :id)', { name: after[0], id: after[1] });
  return query.getMany();
};
