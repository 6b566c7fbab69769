import { addDays, badInput, decodeCursor, lastDayOfTerm, localDay, type Page, pageSize, type RequestContext, toPage } from '@werkplein/kernel';
import { showingClient } from '../clients/client.activities.ts';
import { DecisionRow } from '../decisions/decision.entity.ts';
import { DossierRow } from '../dossiers/dossier.entity.ts';
import { parameterOn } from '../law-parameters/law-parameter.rules.ts';
import { lawParameters } from '../law-parameters/law-parameter.store.ts';

/** A trial placement of which the permission ends, and how long it could be at most. */
export interface EndingTrial {
  clientId: string;
  decisionId: string;
  startsOn: string;
  endsOn: string;
  extended: boolean;
  /** Last day that an extension could give; null when there is none left, or when the term is not known. */
  extendableUntil: string | null;
}

const DAYS_MAX = 366;

/**
 * Trials (proefplaatsingen) whose permission, with its extensions, ends within so many days, or ended within as many days: who looks once
 * in that time misses none. Told from the decisions in force; whether the placement itself runs is for the NUO to say.
 */
export const trialsEnding = async (
  ctx: RequestContext,
  { withinDays, mine, first, after }: { withinDays: number; mine: boolean; first: number; after?: string | null },
): Promise<Page<EndingTrial>> => {
  if (withinDays < 0 || withinDays > DAYS_MAX) throw badInput([{ path: ['withinDays'], message: `Geef 0 tot en met ${DAYS_MAX} dagen.` }]);
  const size = pageSize(first);
  const cursor = decodeCursor(after);
  const today = localDay(ctx.clock());
  const { em } = ctx.db.read;
  const query = em
    .createQueryBuilder(DecisionRow, 't')
    .innerJoin(DossierRow, 'dossier', 'dossier.openClientId = t.clientId')
    .where(`t.kind IN ('PROEFPLAATSING', 'PROEFPLAATSING_VERLENGING') AND t.outcome = 'GRANTED'`)
    .andWhere('t.endsOn >= :from AND t.endsOn <= :until', { from: addDays(today, -withinDays), until: addDays(today, withinDays) })
    .andWhere('NOT EXISTS (SELECT 1 FROM decision r WHERE r.revisesId = t.id)')
    .andWhere(
      `NOT EXISTS (SELECT 1 FROM decision x WHERE x.chainId = t.chainId AND x.outcome = 'GRANTED' AND x.endsOn > t.endsOn
        AND NOT EXISTS (SELECT 1 FROM decision xr WHERE xr.revisesId = x.id))`,
    )
    .orderBy('t.endsOn')
    .addOrderBy('t.id')
    .limit(size + 1);
  if (mine) query.andWhere('dossier.klantregisseurId = :me', { me: ctx.principal.employeeId });
  if (cursor) query.andWhere('t.endsOn >= :day AND (t.endsOn > :day OR t.id > :id)', { day: cursor[0], id: cursor[1] });
  const { nodes, pageInfo } = toPage(await query.getMany(), size, (row) => [row.endsOn as string, row.id]);

  const chains = nodes.map(({ chainId }) => chainId as string);
  const begins = chains.length === 0 ? [] : await firstDays(ctx, chains);
  const parameters = await lawParameters(ctx);
  const ending = nodes.map(({ id, clientId, chainId, kind, startsOn, endsOn }): EndingTrial => {
    ctx.processed(clientId, showingClient(ctx));
    const begin = begins.find((each) => each.chainId === chainId)?.startsOn ?? (startsOn as string);
    const months = parameterOn(parameters, 'PROEFPLAATSING_TOTAL_TERM', begin)?.value;
    const last = months === undefined ? null : lastDayOfTerm(begin, months);
    const extendableUntil = last !== null && last > (endsOn as string) ? last : null;
    return { clientId, decisionId: id, startsOn: begin, endsOn: endsOn as string, extended: kind === 'PROEFPLAATSING_VERLENGING', extendableUntil };
  });
  return { nodes: ending, pageInfo };
};

/** The first day of each trial as it stands: of the decision itself, corrected or not. */
const firstDays = ({ db }: RequestContext, chains: readonly string[]): Promise<{ chainId: string; startsOn: string }[]> =>
  db.read.em
    .createQueryBuilder(DecisionRow, 't')
    .select('t.chainId', 'chainId')
    .addSelect('MIN(t.startsOn)', 'startsOn')
    .where(`t.chainId IN (:...chains) AND t.kind = 'PROEFPLAATSING' AND t.outcome = 'GRANTED'`, { chains })
    .andWhere('NOT EXISTS (SELECT 1 FROM decision r WHERE r.revisesId = t.id)')
    .groupBy('t.chainId')
    .getRawMany<{ chainId: string; startsOn: string }>();
