// What the demo users have begun with each other, through the graph: it writes at several organisations, so it cannot be loaded as rows of one.
// Each looks first whether it was done before.
import { demoEmployerId, demoTwinId, MERGED_TWIN } from '@werkplein/demo';
import { addDays, localDay, systemClock } from '@werkplein/kernel';
import { type AsDemoUser, requestIdOf, wentAs } from './as-demo-user.ts';

type Outcome = { __typename: string };

interface Listed<T> {
  nodes: T[];
}
type OfEmployer = { id: string; version: number };

const PAIR = 'query ($survivor: ID!, $vanishing: ID!) { survivor: employer(id: $survivor) { id version } vanishing: employer(id: $vanishing) { id version } }';
const MERGE = `mutation ($input: MergeEmployersInput!) { nuo { mergeEmployers(input: $input) {
  __typename ... on MergePreview { toChoose { subject } } } } }`;

interface Merging {
  nuo: { mergeEmployers: Outcome & { toChoose?: { subject: string }[] } };
}

interface Pair {
  survivor: OfEmployer | null;
  vanishing: OfEmployer | null;
}

/** One that was entered twice becomes one; the others stay to be looked at. */
export const mergeDuplicate = async (ask: AsDemoUser): Promise<void> => {
  const ids = { survivor: demoEmployerId(MERGED_TWIN), vanishing: demoTwinId(MERGED_TWIN) };
  const { survivor, vanishing } = await ask<Pair>('nuo.coordinator', PAIR, ids);
  // The id of one that has gone answers with who it is now.
  if (!survivor || !vanishing || survivor.id === vanishing.id) return;
  const input = {
    requestId: requestIdOf('merge', vanishing.id),
    survivorId: survivor.id,
    survivorVersion: survivor.version,
    vanishingId: vanishing.id,
    vanishingVersion: vanishing.version,
    reason: 'Hetzelfde bedrijf, twee keer ingevoerd.',
  };
  const preview = await ask<Merging>('nuo.coordinator', MERGE, {
    input: { ...input, requestId: requestIdOf('preview', vanishing.id), dryRun: true },
  });
  const choices = (preview.nuo.mergeEmployers.toChoose ?? []).map(({ subject }) => ({ subject, keep: 'SURVIVOR' }));
  const { nuo } = await ask<Merging>('nuo.coordinator', MERGE, { input: { ...input, choices } });
  wentAs(nuo.mergeEmployers.__typename, 'EmployersMerged');
};

const ACCOUNTS = '{ myAccounts(first: 50) { nodes { id closed handOverOffered { id } } } }';
const OFFER = 'mutation ($input: OfferAccountInput!) { nuo { offerAccount(input: $input) { __typename } } }';

/** Who offers an account to whom. */
const offers = [
  ['almelo', 'nuo', 'nuo'],
  ['nuo', 'wierden', '0189'],
  ['twenterand', 'almelo', '0141'],
  ['wierden', 'tubbergen', '0183'],
  ['tubbergen', 'twenterand', '1700'],
] as const;

export const offerAccounts = async (ask: AsDemoUser): Promise<void> => {
  for (const [from, to, organisation] of offers) {
    const user = `${from}.accountmanager`;
    const { nodes } = (await ask<{ myAccounts: Listed<{ id: string; closed: boolean; handOverOffered: object | null }> }>(user, ACCOUNTS)).myAccounts;
    const account = nodes.find(({ closed }) => !closed);
    if (!account || nodes.some(({ handOverOffered }) => handOverOffered !== null)) continue;
    const input = {
      requestId: requestIdOf('offer', account.id),
      accountId: account.id,
      to: { employeeId: `demo-${to}-accountmanager`, organisation },
      note: 'Dit bedrijf past beter bij jullie.',
    };
    const { nuo } = await ask<{ nuo: { offerAccount: Outcome } }>(user, OFFER, { input });
    wentAs(nuo.offerAccount.__typename, 'HandOverOffered');
  }
};

const CUTOVER_AFTER_DAYS = 21;
/** From which Werkplein a client moves to which municipality. */
const moves = [
  ['almelo', '0189'],
  ['wierden', '0141'],
  ['twenterand', '0183'],
  ['tubbergen', '1700'],
] as const;

interface Caseload {
  caseload: Listed<{ id: string }>;
  outgoingTransfers: Listed<{ id: string }>;
}

/** A client of the own caseload moves, and the other Werkplein has still to accept. */
export const offerTransfers = async (ask: AsDemoUser): Promise<void> => {
  for (const [from, to] of moves) {
    const user = `${from}.klantregisseur`;
    const query = `{ ${from} { outgoingTransfers(first: 1) { nodes { id } } caseload(first: 1, filter: { status: IN_PROGRAMME }) { nodes { id } } } }`;
    const found = (await ask<Record<string, Caseload>>(user, query))[from];
    const client = found?.caseload.nodes[0];
    if (!client || found.outgoingTransfers.nodes.length > 0) continue;
    const input = {
      requestId: requestIdOf('move', client.id),
      clientId: client.id,
      to,
      cutoverOn: addDays(localDay(systemClock()), CUTOVER_AFTER_DAYS),
      note: 'De cliënt verhuist; de huur is getekend.',
    };
    const mutation = `mutation ($input: OfferTransferInput!) { ${from} { offerTransfer(input: $input) { __typename } } }`;
    const outcome = (await ask<Record<string, { offerTransfer: Outcome }>>(user, mutation, { input }))[from]?.offerTransfer.__typename;
    wentAs(outcome ?? 'nothing', `${from.charAt(0).toUpperCase()}${from.slice(1)}TransferOffered`);
  }
};
