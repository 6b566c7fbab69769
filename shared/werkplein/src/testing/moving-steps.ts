import { childOf, type Clock, newIds, newTrace, type RequestContext, requestContext } from '@werkplein/kernel';
import { testLogging } from '@werkplein/kernel/testing';
import { vi } from 'vitest';
import { person, requestId } from './index.ts';
import type { MovingWerkplein } from './moving.ts';

/* oxlint-disable typescript/no-explicit-any -- a test reads answers of any shape */
const nameOf = (field: string): string => `${field[0]?.toUpperCase()}${field.slice(1)}`;

/** What a transfer shows. */
const shown = `id direction state cutoverOn version note reason bsn offeredBy { name } klantregisseur { name } from { code } to { code } toDo { task }
  package { identity { familyName city } exemptions { ground municipality months } doelgroep { axis value validFrom validUntil } decisions { kind }
    provisions { kind } ladder { measuredOn step } plan { goals { text } } }`;

const past = '... on CutoverPast { cutoverOn today }';
const step = '... on StepRefused { step from allowedFrom by text } ... on TransferVersionConflict { currentVersion }';
const results = {
  offerTransfer: { input: 'OfferTransferInput', own: ['TransferOffered', 'TransferRunning'], refusals: `${past} ... on DossierClosed { closedOn }` },
  acceptTransfer: { input: 'AcceptTransferInput', own: ['TransferAccepted', 'TransferRunning'], refusals: `${past} ${step}` },
  refuseTransfer: { input: 'EndTransferInput', own: ['TransferEnded'], refusals: step },
  withdrawTransfer: { input: 'EndTransferInput', own: ['TransferEnded'], refusals: step },
};
export type TransferCommand = keyof typeof results;

const documentOf = (field: string, command: TransferCommand): string => {
  const { input, own, refusals } = results[command];
  const served = command === 'acceptTransfer' ? `... on ${nameOf(field)}ClientAlreadyServed { until client { id } }` : '';
  const transfers = own.map((kind) => `... on ${nameOf(field)}${kind} { transfer { ${shown} } }`).join(' ');
  return `mutation ($input: ${input}!) { ${field} { ${command}(input: $input) { __typename ${transfers} ${served} ${refusals} } } }`;
};

/** Sends one command about a transfer; gives its answer, or the code and paths of its refusal. */
export const transferCommand = async (
  { ask }: Pick<MovingWerkplein, 'ask'>,
  field: string,
  command: TransferCommand,
  input: object,
  role = 'klantregisseur',
): Promise<any> => {
  const { data, errors } = await ask(`${field}.${role}`, documentOf(field, command), { input: { requestId: requestId(), ...input } });
  const refusal = errors?.[0];
  if (!refusal) return data[field][command];
  return { code: refusal.extensions['code'], paths: refusal.extensions['problems']?.map(({ path }: { path: string[] }) => path.join('.')) };
};

type List = 'incomingTransfers' | 'outgoingTransfers';
const every = ['OFFERED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN', 'CLOSED', 'COMPLETED'];

/** The transfers that a Werkplein lists, in any state unless said. */
export const transfersAt = async ({ ask }: Pick<MovingWerkplein, 'ask'>, field: string, list: List, states: string[] | null = every): Promise<any[]> => {
  const document = `query ($states: [TransferState!]) { ${field} { ${list}(states: $states) { nodes { ${shown} client { id } } } } }`;
  const { data, errors } = await ask(`${field}.klantregisseur`, document, { states });
  if (errors) throw new Error(JSON.stringify(errors));
  return data[field][list].nodes;
};

/** Waits until a Werkplein has this transfer, or any, in this state; gives it. */
export const untilState = (at: Pick<MovingWerkplein, 'ask'>, field: string, list: List, state: string, transferId?: string): Promise<any> =>
  vi.waitFor(
    async () => {
      const found = (await transfersAt(at, field, list)).find((each) => each.state === state && (transferId ?? each.id) === each.id);
      if (!found) throw new Error(`no transfer is ${state} at ${field}`);
      return found;
    },
    { timeout: 20_000, interval: 20 },
  );

/** Registers a client at a Werkplein; gives the id, or the whole answer of a refusal. */
export const registeredAt = async ({ ask }: Pick<MovingWerkplein, 'ask'>, field: string, more: object = {}): Promise<any> => {
  const document = `mutation ($input: RegisterClientInput!) { ${field} { registerClient(input: $input) { __typename
    ... on ${nameOf(field)}ClientRegistered { client { id } } ... on ${nameOf(field)}ClientAlreadyRegistered { client { id } }
    ... on ClientOffered { transferId cutoverOn from { code } } } } }`;
  const { data, errors } = await ask(`${field}.klantregisseur`, document, { input: person({ ...more }) });
  if (errors) throw new Error(JSON.stringify(errors));
  const answer = data[field].registerClient;
  return answer.__typename.endsWith('ClientRegistered') ? (answer.client.id as string) : answer;
};

/** In whose name the calendar acts at a Werkplein. */
export const dayOf = ({ db }: Pick<MovingWerkplein, 'db'>, home: string, clock: Clock): RequestContext =>
  requestContext({
    db,
    clock,
    home,
    newId: newIds(home, clock),
    principal: { employeeId: 'day', displayName: 'Dag', organisation: home, roles: [] },
    trace: childOf(newTrace()),
    operation: 'test',
    purpose: null,
    logging: testLogging(home),
  });
