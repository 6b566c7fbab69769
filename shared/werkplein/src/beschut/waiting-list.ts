import { decodeCursor, localDay, type Page, pageSize, type ReadTx, type RequestContext, toPage } from '@werkplein/kernel';
import { showingClient } from '../clients/client.activities.ts';
import type { WaitingOrder } from './waiting-list.rules.ts';

export interface WaitingRow {
  position: number;
  clientId: string;
  since: string;
}

const grondslag = (value: string): string =>
  `CASE WHEN EXISTS (SELECT 1 FROM doelgroep_axis g WHERE g.clientId = w.clientId AND g.axis = 'GRONDSLAG' AND g.value = '${value}' AND g.supersededAt IS NULL
    AND g.validFrom <= :today AND (g.validUntil IS NULL OR g.validUntil >= :today)) THEN 0 ELSE 1 END`;

/** Each criterion as SQL over the waiting client `w`; what is smaller comes first. */
const criteria: Record<WaitingOrder, string> = {
  ESTABLISHED_FIRST: 'w.validFrom',
  SCHOOL_LEAVERS_FIRST: grondslag('PRO_VSO_ENTREE'),
  BIJSTAND_FIRST: grondslag('ALGEMENE_BIJSTAND'),
  YOUNGEST_FIRST: 'c.birthDate DESC',
};

/** Established as beschut today, with an open dossier, and not at a sheltered place that is in use. */
const waiting = `FROM doelgroep_axis w JOIN dossier d ON d.openClientId = w.clientId JOIN client c ON c.id = w.clientId
  WHERE w.axis = 'BESCHUT' AND w.value = 'VASTGESTELD' AND w.supersededAt IS NULL AND w.validFrom <= :today AND (w.validUntil IS NULL OR w.validUntil >= :today)
  AND NOT EXISTS (SELECT 1 FROM provision p WHERE p.clientId = w.clientId AND p.kind = 'BESCHUT_WERK' AND p.status <> 'ENDED')`;

/** Named places become `?`, which both dialects take. */
const positional = (sql: string, today: string): [sql: string, values: string[]] => [
  sql.replaceAll(':today', '?'),
  Array.from({ length: sql.split(':today').length - 1 }, () => today),
];

export const countWaiting = async ({ em }: ReadTx, today: string): Promise<number> => {
  const [sql, values] = positional(`SELECT COUNT(*) AS n ${waiting}`, today);
  const [{ n }] = await em.query<[{ n: number | string }]>(sql, values);
  return Number(n);
};

const MOST = 5000;

/**
 * Who waits for beschut werk, in the order of the verordening; who is equal by it goes by number of the client. The whole list is some dozens,
 * so a page goes on after the client that was last, wherever that client is by now.
 */
export const waitingList = async (
  ctx: RequestContext,
  order: readonly WaitingOrder[],
  { first, after }: { first: number; after?: string | null },
): Promise<Page<WaitingRow>> => {
  const size = pageSize(first);
  const cursor = decodeCursor(after);
  const by = [...order.map((each) => criteria[each]), 'w.clientId'].join(', ');
  const [sql, values] = positional(`SELECT w.clientId AS clientId, w.validFrom AS since ${waiting} ORDER BY ${by} LIMIT ${MOST}`, localDay(ctx.clock()));
  const found = await ctx.db.read.em.query<{ clientId: string; since: string }[]>(sql, values);
  const rows = found.map((row, at) => ({ ...row, position: at + 1 }));
  const last = cursor ? (rows.find(({ clientId }) => clientId === cursor[1])?.position ?? Number(cursor[0])) : 0;
  const page = toPage(rows.slice(last, last + size + 1), size, ({ position, clientId }) => [String(position), clientId]);
  for (const { clientId } of page.nodes) ctx.processed(clientId, showingClient(ctx));
  return page;
};
