import { type Cursor, fault, homeOf, localDay, mayDo, type ReadTx, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { IsNull, Not, type SelectQueryBuilder } from 'typeorm';
import { disclosedOnDay } from '../disclosures/disclosure.store.ts';
import { DossierRow } from '../dossiers/dossier.entity.ts';
import { type DossierStatus, isEnd } from '../dossiers/dossier.rules.ts';
import { showingClient } from './client.activities.ts';
import { ClientRow } from './client.entity.ts';
import { readClient, seesDisclosedOnly } from './client.policy.ts';

/** The clients of these ids that the reader may see; the others are left out, as if they did not exist. */
const readableClients = async (ctx: RequestContext, ids: readonly string[]): Promise<Map<string, ClientRow>> => {
  const query = ctx.db.read.em.createQueryBuilder(ClientRow, 'client').where('client.id IN (:...ids)', { ids });
  if (seesDisclosedOnly(ctx)) query.andWhere(disclosedOnDay('client.id'), { today: localDay(ctx.clock()) });
  return new Map((await query.getMany()).map((client) => [client.id, client]));
};

/** One client as this reader may see it, or null; many asked for at once are one statement. */
export const loadClient = async (ctx: RequestContext, id: string): Promise<ClientRow | null> => {
  if (homeOf(id) !== ctx.home || !mayDo(ctx.principal, readClient, ctx.home)) return null;
  const client = await ctx.load('client', id, (ids) => readableClients(ctx, ids));
  if (client) ctx.processed(client.id, showingClient(ctx));
  // Also of an id that does not exist: whoever is refused a client must not learn from the time it takes which of the two it was.
  else if (seesDisclosedOnly(ctx)) ctx.denied(readClient.name, 'Client', [id]);
  return client;
};

/** The client, held until the transaction ends: commands on one client go one by one. */
export const lockClient = async (tx: WriteTx, id: string): Promise<ClientRow> => {
  const client = await tx.em.findOne(ClientRow, { where: { id }, ...(tx.dialect === 'mariadb' && { lock: { mode: 'pessimistic_write' } }) });
  if (!client) throw fault('NOT_FOUND');
  return client;
};

/** What to look for; every criterion that is given must hold. */
export interface ClientCriteria {
  namePrefix?: string;
  birthDate?: string;
  ownReference?: string;
  /** Any of these. */
  bsnIndices?: string[];
  klantregisseurId?: string;
  status?: DossierStatus;
}

const LAST_CHARACTER = '\uffff';

/** The state that an open dossier must have; undefined when none is asked, or one in which it is open no more. */
const openStatus = ({ status }: ClientCriteria): DossierStatus | undefined => (status === undefined || isEnd(status) ? undefined : status);

const matching = (tx: ReadTx, criteria: ClientCriteria): SelectQueryBuilder<ClientRow> => {
  const { namePrefix, birthDate, ownReference, bsnIndices, klantregisseurId, status } = criteria;
  const query = tx.em.createQueryBuilder(ClientRow, 'client').where('1 = 1');
  if (namePrefix !== undefined) {
    query.andWhere('client.searchName >= :namePrefix AND client.searchName < :afterPrefix', { namePrefix, afterPrefix: namePrefix + LAST_CHARACTER });
  }
  if (birthDate !== undefined) query.andWhere('client.birthDate = :birthDate', { birthDate });
  if (ownReference !== undefined) query.andWhere('client.ownReference = :ownReference', { ownReference });
  if (bsnIndices !== undefined) query.andWhere('client.bsnIndex IN (:...bsnIndices)', { bsnIndices });
  const open = openStatus(criteria);
  if (klantregisseurId !== undefined) {
    query.innerJoin(DossierRow, 'dossier', 'dossier.openClientId = client.id');
    query.andWhere('dossier.klantregisseurId = :klantregisseurId', { klantregisseurId });
    if (open !== undefined) query.andWhere('dossier.status = :status', { status });
  } else if (open !== undefined) {
    // By name, each with its dossier: a page is full long before all dossiers of a state were read and sorted.
    query.andWhere('EXISTS (SELECT 1 FROM dossier WHERE dossier.openClientId = client.id AND dossier.status = :status)', { status });
  }
  if (status !== undefined && open === undefined) {
    query
      .andWhere('EXISTS (SELECT 1 FROM dossier ended WHERE ended.clientId = client.id AND ended.status = :status)', { status })
      .andWhere('NOT EXISTS (SELECT 1 FROM dossier running WHERE running.openClientId = client.id)');
  }
  return query;
};

/** Clients by name, then id, from after the cursor on. */
export const findClients = (tx: ReadTx, criteria: ClientCriteria, after: Cursor | null, limit: number): Promise<ClientRow[]> => {
  const query = matching(tx, criteria).orderBy('client.searchName').addOrderBy('client.id').limit(limit);
  if (after) {
    const [name, id] = after;
    query.andWhere('client.searchName >= :name AND (client.searchName > :name OR client.id > :id)', { name, id });
  }
  return query.getMany();
};

/** How many there are. Of dossiers alone they are counted by their own index, without a look at each client. */
export const countClients = async (tx: ReadTx, criteria: ClientCriteria): Promise<number> => {
  const { namePrefix, birthDate, ownReference, bsnIndices, klantregisseurId } = criteria;
  const { status } = criteria;
  const ofDossiers = status !== undefined && [namePrefix, birthDate, ownReference, bsnIndices].every((each) => each === undefined);
  if (ofDossiers && !isEnd(status))
    return tx.em.countBy(DossierRow, { status, openClientId: Not(IsNull()), ...(klantregisseurId !== undefined && { klantregisseurId }) });
  if (ofDossiers && klantregisseurId === undefined) {
    const ended = tx.em.createQueryBuilder(DossierRow, 'ended').select('COUNT(DISTINCT ended.clientId)', 'count').where('ended.status = :status', { status });
    ended.andWhere('NOT EXISTS (SELECT 1 FROM dossier running WHERE running.openClientId = ended.clientId)');
    return Number((await ended.getRawOne<{ count: number | string }>())?.count ?? 0);
  }
  // A client has one open dossier at most, so no row is there twice.
  const found = await matching(tx, criteria).select('COUNT(*)', 'count').getRawOne<{ count: number | string }>();
  return Number(found?.count ?? 0);
};
