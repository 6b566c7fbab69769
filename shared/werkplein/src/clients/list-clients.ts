import { decodeCursor, pageSize, parseBsn, parseDay, parseText, type RequestContext, toPage } from '@werkplein/kernel';
import type { BsnVault } from '../bsn/index.ts';
import { showingClient } from './client.activities.ts';
import type { ClientRow } from './client.entity.ts';
import { searchPrefixOf } from './client.rules.ts';
import { type ClientCriteria, countClients, findClients } from './client.store.ts';
import type { ClientFilter } from './client.types.ts';
import { inputReader } from './input.ts';

export interface ClientPage {
  /** The clients of this page; asking for them is showing them. */
  show(): ClientRow[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  count(): Promise<number>;
}

const given = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;

const criteriaOf = (ctx: RequestContext, vault: BsnVault, filter: ClientFilter): ClientCriteria => {
  const reader = inputReader(['filter']);
  const { search, birthDate, ownReference, bsn, mine, status } = filter;
  const criteria: ClientCriteria = {
    ...(given(search) && { namePrefix: searchPrefixOf(reader.read(['search'], () => parseText(search, { min: 2, max: 120 })) ?? '') }),
    ...(given(birthDate) && { birthDate: reader.read(['birthDate'], () => parseDay(birthDate)) }),
    ...(given(ownReference) && { ownReference: reader.read(['ownReference'], () => parseText(ownReference, { max: 40 })) }),
    ...(given(bsn) && { bsnIndices: reader.read(['bsn'], () => vault.indices(parseBsn(bsn))) }),
    ...(mine === true && { klantregisseurId: ctx.principal.employeeId }),
    ...(given(status) && { status }),
  };
  reader.refuse();
  return criteria;
};

/** A page of the Werkplein's own clients. */
export const listClients = async (
  ctx: RequestContext,
  vault: BsnVault,
  { first, after, filter }: { first: number; after?: string | null; filter?: ClientFilter | null },
): Promise<ClientPage> => {
  const criteria = criteriaOf(ctx, vault, filter ?? {});
  const size = pageSize(first);
  const rows = await findClients(ctx.db.read, criteria, decodeCursor(after), size + 1);
  const { nodes, pageInfo } = toPage(rows, size, ({ searchName, id }) => [searchName, id]);
  const show = (): ClientRow[] => {
    for (const { id } of nodes) ctx.processed(id, showingClient(ctx));
    return nodes;
  };
  return { show, pageInfo, count: () => countClients(ctx.db.read, criteria) };
};
