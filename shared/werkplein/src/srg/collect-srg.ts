import type { ReadTx } from '@werkplein/kernel';
import { In } from 'typeorm';
import { ClientRow } from '../clients/client.entity.ts';
import { allDecisions } from '../decisions/decision.store.ts';
import { valueOn } from '../doelgroep/doelgroep.rules.ts';
import { doelgroepOf } from '../doelgroep/doelgroep.store.ts';
import { LoonwaardeRow } from '../loonwaarde/loonwaarde.entity.ts';
import type { ProvisionRow, ProvisionUseRow } from '../provisions/provision.entity.ts';
import { codeOn } from '../statistics-codes/statistics-code.rules.ts';
import { StatisticsCodeRow } from '../statistics-codes/statistics-code.entity.ts';
import { daysOfMonth, type RejectedUse, recordsOf, type SrgRecords, type SrgUse } from './srg.rules.ts';

/** Somebody in the delivery; the BSN is still sealed. */
export interface DeliveredPerson extends SrgRecords {
  client: ClientRow;
}

export interface Collected {
  persons: DeliveredPerson[];
  rejected: RejectedUse[];
  /** Who used something and is not counted by the statistic. */
  outside: number;
}

const CLIENTS = 500;

type UseRow = Pick<ProvisionUseRow, 'clientId' | 'provisionId' | 'startsOn' | 'endsOn'> &
  Pick<ProvisionRow, 'kind' | 'srgTypeCode' | 'executor' | 'decisionId'>;

const inMonth = 'u.supersededAt IS NULL AND u.startsOn <= ? AND (u.endsOn IS NULL OR u.endsOn >= ?)';

/** The next clients who used a provision in these days, by id. */
const someClients = async ({ em }: ReadTx, first: string, last: string, after: string): Promise<string[]> => {
  const sql = `SELECT DISTINCT u.clientId AS clientId FROM provision_use u WHERE ${inMonth} AND u.clientId > ? ORDER BY u.clientId LIMIT ${CLIENTS}`;
  return (await em.query<{ clientId: string }[]>(sql, [last, first, after])).map(({ clientId }) => clientId);
};

const usesOf = async (tx: ReadTx, ids: readonly string[], first: string, last: string, codes: readonly StatisticsCodeRow[]): Promise<SrgUse[]> => {
  const sql = `SELECT u.clientId AS clientId, u.provisionId AS provisionId, u.startsOn AS startsOn, u.endsOn AS endsOn, p.kind AS kind, p.srgTypeCode AS srgTypeCode,
    p.executor AS executor, p.decisionId AS decisionId FROM provision_use u JOIN provision p ON p.id = u.provisionId
    WHERE ${inMonth} AND u.clientId IN (${ids.map(() => '?').join(', ')}) ORDER BY u.clientId, u.startsOn, u.id`;
  const rows = await tx.em.query<UseRow[]>(sql, [last, first, ...ids]);
  const decisions = new Map((await allDecisions(tx, ids)).map((decision) => [decision.id, decision]));
  const loonwaarden = new Map((await tx.em.findBy(LoonwaardeRow, { clientId: In([...ids]) })).map(({ id, wageValuePct }) => [id, wageValuePct]));
  return rows.map(({ srgTypeCode, decisionId, ...row }) => {
    const decision = decisions.get(decisionId ?? '');
    return {
      ...row,
      code: srgTypeCode ?? codeOn(codes, 'SRG_PROVISION', row.kind, last)?.code ?? null,
      wageValuePct: loonwaarden.get(decision?.loonwaardeId ?? '') ?? null,
      forfait: decision?.forfait ?? false,
      monthlyCents: decision?.monthlyCents ?? null,
    };
  });
};

/** Everything of one month that the statistic asks, and what cannot be delivered and why. */
export const collectSrg = async (tx: ReadTx, month: string): Promise<Collected> => {
  const { first, last } = daysOfMonth(month);
  const codes = await tx.em.find(StatisticsCodeRow);
  const collected: Collected = { persons: [], rejected: [], outside: 0 };
  for (let after = ''; ; ) {
    const ids = await someClients(tx, first, last, after);
    if (ids.length === 0) return collected;
    const uses = Map.groupBy(await usesOf(tx, ids, first, last, codes), ({ clientId }) => clientId);
    const doelgroep = await doelgroepOf(tx, ids);
    const clients = await tx.em.find(ClientRow, { where: { id: In(ids) }, order: { id: 'ASC' } });
    for (const client of clients) {
      const { id: clientId, birthDate, bsnCipher } = client;
      const person = {
        clientId,
        birthDate,
        hasBsn: bsnCipher !== null,
        grondslagOn: (day: string) => valueOn(doelgroep.get(clientId) ?? [], 'GRONDSLAG', day),
      };
      const found = recordsOf(person, uses.get(clientId) ?? [], last);
      if (found === null) collected.outside += 1;
      else {
        collected.rejected.push(...found.rejected);
        if (found.records) collected.persons.push({ ...found.records, client });
      }
    }
    after = ids.at(-1) as string;
  }
};
