import { addDays, badInput, decodeCursor, localDay, type Page, pageSize, type ReadTx, type RequestContext, toPage } from '@werkplein/kernel';
import type { SelectQueryBuilder } from 'typeorm';
import { showingClient } from '../clients/client.activities.ts';
import { seesDisclosedOnly } from '../clients/client.policy.ts';
import { disclosedOnDay } from '../disclosures/disclosure.store.ts';
import { DossierRow } from '../dossiers/dossier.entity.ts';
import { LoonwaardeRow } from './loonwaarde.entity.ts';
import type { LoonwaardeState } from './loonwaarde.rules.ts';

export interface DueQuestion {
  mine: boolean;
  first: number;
  after?: string | null;
}

type DueColumn = 'reviewOn' | 'lksDecideBy' | 'plannedOn';

/** Loonwaarden of clients with an open dossier. */
const ofOpenDossiers = ({ em }: ReadTx, state: LoonwaardeState): SelectQueryBuilder<LoonwaardeRow> =>
  em.createQueryBuilder(LoonwaardeRow, 'l').innerJoin(DossierRow, 'dossier', 'dossier.openClientId = l.clientId').where('l.state = :state', { state });

/** A page of what is due, earliest first; whom it shows is logged. */
const page = async (ctx: RequestContext, query: SelectQueryBuilder<LoonwaardeRow>, due: DueColumn, { mine, first, after }: DueQuestion) => {
  const size = pageSize(first);
  const cursor = decodeCursor(after);
  if (mine) query.andWhere('dossier.klantregisseurId = :me', { me: ctx.principal.employeeId });
  if (cursor) query.andWhere(`l.${due} >= :day AND (l.${due} > :day OR l.id > :id)`, { day: cursor[0], id: cursor[1] });
  const rows = await query
    .orderBy(`l.${due}`)
    .addOrderBy('l.id')
    .limit(size + 1)
    .getMany();
  const found: Page<LoonwaardeRow> = toPage(rows, size, (row) => [row[due] as string, row.id]);
  for (const { clientId } of found.nodes) ctx.processed(clientId, showingClient(ctx));
  return found;
};

const DAYS_MAX = 366;

/** Loonwaarden to be reviewed within so many days or already past that day; not those that a later one of the same function replaced. */
export const loonwaardeReviews = (ctx: RequestContext, withinDays: number, question: DueQuestion): Promise<Page<LoonwaardeRow>> => {
  if (withinDays < 0 || withinDays > DAYS_MAX) throw badInput([{ path: ['withinDays'], message: `Geef 0 tot en met ${DAYS_MAX} dagen.` }]);
  const query = ofOpenDossiers(ctx.db.read, 'ESTABLISHED')
    .andWhere('l.reviewOn <= :until', { until: addDays(localDay(ctx.clock()), withinDays) })
    .andWhere(
      `NOT EXISTS (SELECT 1 FROM loonwaardebepaling later WHERE later.clientId = l.clientId AND later.functionName = l.functionName AND later.state = 'ESTABLISHED'
        AND (later.validFrom > l.validFrom OR (later.validFrom = l.validFrom AND later.id > l.id)))`,
    );
  return page(ctx, query, 'reviewOn', question);
};

/** Loonwaarden on which no decision on loonkostensubsidie followed within its term: told from the decisions, not from a status. */
export const lksOverdue = (ctx: RequestContext, question: DueQuestion): Promise<Page<LoonwaardeRow>> => {
  const query = ofOpenDossiers(ctx.db.read, 'ESTABLISHED')
    .andWhere('l.lksDecideBy < :today', { today: localDay(ctx.clock()) })
    .andWhere(`NOT EXISTS (SELECT 1 FROM decision d WHERE d.loonwaardeId = l.id AND d.kind = 'LKS')`);
  return page(ctx, query, 'lksDecideBy', question);
};

/** Examinations for which the reader was appointed and that are still to be done; for the NUO of clients who are shared with it today. */
export const loonwaardeVisits = (ctx: RequestContext, question: Omit<DueQuestion, 'mine'>): Promise<Page<LoonwaardeRow>> => {
  const { organisation, employeeId } = ctx.principal;
  const query = ofOpenDossiers(ctx.db.read, 'PLANNED').andWhere('l.expertId = :employeeId AND l.expertOrganisation = :organisation', {
    employeeId,
    organisation,
  });
  if (seesDisclosedOnly(ctx)) query.andWhere(disclosedOnDay('l.clientId'), { today: localDay(ctx.clock()) });
  return page(ctx, query, 'plannedOn', { ...question, mine: false });
};
