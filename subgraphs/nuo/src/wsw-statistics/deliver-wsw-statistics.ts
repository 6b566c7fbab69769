import { localDay, NUO, type Outcome, parameterOn, parseMunicipalityCode, type RequestContext, runCommand, type WriteTx } from '@werkplein/kernel';
import { deliveringWswStatistics } from '../activities.ts';
import { publish } from '../events/publish.ts';
import { checkInput } from '../input.ts';
import { allNuoParameters } from '../parameters/index.ts';
import { deliverBy, parseHalfYear } from './half-year.ts';
import { fileOf, loadDelivery } from './make-delivery.ts';
import { WswDelivery } from './wsw-delivery.entity.ts';
import type { DeliverWswStatisticsInput, HalfYearNotOver, WswStatisticsDelivered } from './wsw-statistics.types.ts';

type Answer = WswStatisticsDelivered | HalfYearNotOver;

const check = ({ principal: { organisation } }: RequestContext, input: DeliverWswStatisticsInput) => {
  const checking = checkInput();
  const period = checking.required('period', input.period, parseHalfYear);
  const asked = checking.optional('municipality', input.municipality, parseMunicipalityCode);
  const own = organisation === NUO ? null : organisation;
  if (own !== null && asked !== null && asked !== own) checking.problem('municipality', 'U levert alleen van wie de eigen gemeente verantwoordelijk is.');
  checking.done();
  return { period, municipality: own ?? asked };
};

/** One delivery of the statistics. The answer that is kept holds counts alone: records, with their BSN, are made anew from the facts as known then. */
export const deliverWswStatistics = async (ctx: RequestContext, input: DeliverWswStatisticsInput): Promise<Answer> => {
  const { period, municipality } = check(ctx, input);
  const { dryRun, layout } = input;
  const effect = async (tx: WriteTx): Promise<Outcome<Answer>> => {
    const at = ctx.clock();
    const today = localDay(at);
    if (dryRun ? period.first > today : period.last >= today) return { answer: { __typename: 'HalfYearNotOver', lastDay: period.last }, subjectIds: [] };
    const delivery = await loadDelivery(ctx, period.code, municipality, at);
    const { sha256 } = fileOf(delivery, layout);
    const term = parameterOn(await allNuoParameters(tx), 'WSW_STATISTICS_TERM', period.last);
    const counts = { written: delivery.valid.length, rejected: delivery.rejected.length };
    const id = dryRun ? null : ctx.newId();
    if (id !== null) {
      const { employeeId, organisation } = ctx.principal;
      await tx.em.insert(WswDelivery, { id, period: period.code, municipality, deliveredAt: at, employeeId, organisation, ...counts, sha256 });
      await publish(tx, ctx, 'WswStatisticsDelivered', id, null);
    }
    const answer = {
      __typename: 'WswStatisticsDelivered' as const,
      deliveryId: id,
      period: period.code,
      municipality,
      ...counts,
      sha256,
      layout,
      at: at.toISOString(),
    };
    const dueOn = term ? deliverBy(period, term.value) : null;
    // Each person of whom a record was made, written or not, has a line of their own in the log.
    const persons = [...delivery.valid, ...delivery.rejected].map(({ participantId }) => participantId);
    return { answer: { ...answer, dueOn }, subjectIds: id === null ? [] : [id], persons };
  };
  return runCommand(ctx, dryRun ? 'WswStatisticsDryRun' : 'WswStatisticsDeliver', input, effect, deliveringWswStatistics);
};
