import { localDay, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { publish } from '../events/publish.ts';
import { Vacancy } from './vacancy.entity.ts';
import { statusOn } from './vacancy.rules.ts';

const lockRow = ({ em, dialect }: WriteTx, id: string): Promise<Vacancy> =>
  em.findOneOrFail(Vacancy, { where: { id }, ...(dialect === 'mariadb' && { lock: { mode: 'pessimistic_write' as const } }) });

/** Takes a place of the vacancy, and tells it when that was the last; false when there is none left. */
export const takePlace = async (tx: WriteTx, ctx: RequestContext, vacancyId: string): Promise<boolean> => {
  const { id, places, filled, version, status, closesOn, employerAliasId } = await lockRow(tx, vacancyId);
  const today = localDay(ctx.clock());
  const now = statusOn({ status, closesOn }, today);
  if (filled >= places || now === 'WITHDRAWN' || now === 'FILLED') return false;
  const full = filled + 1 === places;
  await tx.em.update(Vacancy, { id }, { filled: filled + 1, version: version + 1, ...(full && { status: 'FILLED', filledOn: today }) });
  if (full) await publish(tx, ctx, 'VacancyFilled', id, employerAliasId);
  return true;
};

/** Gives a place back; a vacancy that was full is open again. */
export const givePlaceBack = async (tx: WriteTx, ctx: RequestContext, vacancyId: string): Promise<void> => {
  const { id, filled, version, status, employerAliasId } = await lockRow(tx, vacancyId);
  if (filled === 0) return;
  const full = status === 'FILLED';
  await tx.em.update(Vacancy, { id }, { filled: filled - 1, version: version + 1, ...(full && { status: 'OPEN', filledOn: null }) });
  if (full) await publish(tx, ctx, 'VacancyChanged', id, employerAliasId);
};
