// What the demo users have begun with each other, through the graph: it writes at several organisations, so it cannot be loaded as rows of one.
// Each looks first whether it was done before.
import { demoEmployerId, demoTwinId, MERGED_TWIN } from '@werkplein/demo';
import { addDays, localDay, municipalities, systemClock } from '@werkplein/kernel';
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

/** In how many days an expert visits, for the first two clients of each Werkplein who are at the NUO. */
const VISITS_IN_DAYS = [2, 9];
const EXPERT = { id: 'demo-nuo-jobcoach', name: 'Demo jobcoach NUO' };

const steps = {
  requestLoonwaarde: { input: 'RequestLoonwaardeInput', result: 'LoonwaardeRequested' },
  planLoonwaarde: { input: 'PlanLoonwaardeInput', result: 'LoonwaardeChanged' },
} as const;

type Measured = { loonwaardebepaling: { id: string; version: number } };

const takeStep = async (
  ask: AsDemoUser,
  field: string,
  step: keyof typeof steps,
  input: { requestId: string } & Record<string, unknown>,
): Promise<Measured> => {
  const result = `${field.charAt(0).toUpperCase()}${field.slice(1)}${steps[step].result}`;
  const mutation = `mutation ($input: ${steps[step].input}!) { ${field} { answer: ${step}(input: $input) { __typename ... on ${result} { loonwaardebepaling { id version } } } } }`;
  const answer = (await ask<Record<string, { answer: Outcome & Measured }>>(`${field}.klantregisseur`, mutation, { input }))[field]?.answer;
  wentAs(answer?.__typename ?? 'nothing', result);
  return answer as Measured;
};

interface AtNuo {
  caseload: Listed<{ id: string; serviceOrders: Listed<object> | null; disclosures: object[] | null; loonwaardebepalingen: { state: string }[] | null }>;
}

/** An expert of the NUO is to measure what the work of some clients is worth. */
export const planVisits = async (ask: AsDemoUser): Promise<void> => {
  for (const { field } of municipalities) {
    const clients = '{ nodes { id serviceOrders(first: 1) { nodes { id } } disclosures { id } loonwaardebepalingen { state } } }';
    const query = `{ ${field} { caseload(first: 100, filter: { status: PLACED }) ${clients} } }`;
    const nodes = (await ask<Record<string, AtNuo>>(`${field}.klantregisseur`, query))[field]?.caseload.nodes ?? [];
    // An expert sees whom the Werkplein shares.
    const atNuo = nodes.filter(({ serviceOrders, disclosures }) => serviceOrders?.nodes.length === 1 && disclosures?.length !== 0);
    if (atNuo.some(({ loonwaardebepalingen }) => loonwaardebepalingen?.some(({ state }) => state === 'PLANNED'))) continue;
    for (const [at, days] of VISITS_IN_DAYS.entries()) {
      const clientId = atNuo[at]?.id;
      if (clientId === undefined) continue;
      const asked = { requestId: requestIdOf('measure', clientId), clientId, functionName: 'Medewerker inpak', hoursPerWeek: 24 };
      const { id, version: expectedVersion } = (await takeStep(ask, field, 'requestLoonwaarde', asked)).loonwaardebepaling;
      const visit = { plannedOn: addDays(localDay(systemClock()), days), expert: EXPERT, expertOrganisation: 'nuo' };
      await takeStep(ask, field, 'planLoonwaarde', { requestId: requestIdOf('visit', clientId), id, expectedVersion, ...visit });
    }
  }
};
