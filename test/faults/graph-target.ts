import { addDays, demoUsers, localDay, municipalities, type Principal, systemClock } from '@werkplein/kernel';
import type { Cluster, Member } from './cluster.ts';
import type { Answer, Caller, Command, Target } from './load.ts';
import { oneOf, type Random } from './random.ts';

/** Answers after which nobody knows whether the command was done: it is sent again. The last two are of other gateways. */
const doubtful = new Set([
  'SUBGRAPH_UNAVAILABLE',
  'UNAVAILABLE',
  'INTERNAL',
  'PROCESSING_LOG_UNAVAILABLE',
  'INTERNAL_SERVER_ERROR',
  'DOWNSTREAM_SERVICE_ERROR',
]);
const PATIENCE_MS = 10_000;

/* oxlint-disable typescript/no-explicit-any -- answers of any shape */
interface Given {
  data?: any;
  errors?: { extensions?: { code?: string } }[];
}

const inDays = (days: number): string => addDays(localDay(systemClock()), days);

const texts: Record<Exclude<Command['kind'], 'client'>, string> = {
  contact: `mutation Contact($input: RecordContactMomentInput!) { nuo { done: recordContactMoment(input: $input) {
    __typename ... on ContactMomentRecorded { made: contactMoment { id } } } } }`,
  claim: `mutation Claim($input: PlanContactInput!) { nuo { done: planContact(input: $input) {
    __typename ... on ContactPlanned { alreadyPlanned made: contactPlan { id } } ... on ContactConflict { made: contactPlan { id } } } } }`,
  release: `mutation Release($input: CancelContactPlanInput!) { nuo { done: cancelContactPlan(input: $input) {
    __typename ... on ContactPlanCancelled { made: contactPlan { id } } } } }`,
};
const clientText = (
  field: string,
  type: string,
): string => `mutation Client($input: RegisterClientInput!) { nuo: ${field} { done: registerClient(input: $input) {
    __typename ... on ${type}ClientRegistered { made: client { id } } } } }`;

const inputs: Record<Command['kind'], (command: Command) => object> = {
  contact: ({ employerId, requestId }) => ({
    employerId,
    occurredAt: `${inDays(-1)}T09:00:00Z`,
    channel: 'VISIT',
    direction: 'OUTGOING',
    steering: 'VRAAGGESTUURD',
    subject: requestId,
    report: '',
  }),
  claim: ({ employerId }) => ({
    employerId,
    purpose: 'VACANCY',
    steering: 'VRAAGGESTUURD',
    channel: 'PHONE',
    window: { from: inDays(40), until: inDays(40) },
  }),
  release: ({ claimId }) => ({ contactPlanId: claimId, expectedVersion: 1 }),
  client: ({ requestId }) => ({
    givenNames: 'Test',
    familyName: requestId.replaceAll(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit))),
    birthDate: '1990-01-01',
    address: { street: 'Dorpsstraat', houseNumber: 1, postcode: '7607 AB', city: 'Almelo' },
  }),
};

const outcome = ({ kind }: Command, { data, errors }: Given): Answer | null => {
  const done = data?.nuo?.done;
  const code = errors?.[0]?.extensions?.code;
  if (!done?.__typename) return code === undefined || doubtful.has(code) ? null : { result: { kind: 'refused', code }, text: code };
  const text = JSON.stringify(done);
  const id = done.made?.id as string | undefined;
  const names = /Recorded|Planned|Cancelled|ClientRegistered|ContactConflict/.test(done.__typename as string);
  // It was done, and what it made could not be read.
  if (names && id === undefined) return null;
  if (id === undefined) return { result: { kind: 'refused', code: done.__typename }, text };
  const isHeld = kind === 'claim' && (done.__typename === 'ContactConflict' || done.alreadyPlanned === true);
  return { result: isHeld ? { kind: 'held', by: id } : { kind: 'done', id }, text };
};

export interface GraphTargetOptions {
  /** Where requests go: one of these, by chance. */
  doors: readonly Pick<Member, 'port'>[];
  random: Random;
  /** Told of each answer: whether a caller got one at all, and what it said. */
  seen?(answer: { status: number | null; code: string | undefined }): void;
}

/** The graph as account managers of five organisations use it; a client is registered by the klantregisseur of each municipality in turn. */
export const graphTarget = async (cluster: Cluster, { doors, random, seen = () => undefined }: GraphTargetOptions): Promise<Target> => {
  const fields = municipalities.map(({ field }) => field);
  const users = ['nuo', ...fields].map((prefix) => `${prefix}.accountmanager`);
  const tokens = new Map<string, string>();
  const registrars = fields.map((field) => `${field}.klantregisseur`);
  const caller = (user: string): Caller => ({ user, employeeId: (demoUsers.get(user) as Principal).employeeId });
  for (const user of [...users, ...registrars]) tokens.set(user, await cluster.token(user));

  const ask = async (user: string, query: string, variables: object): Promise<Given | null> => {
    try {
      const response = await fetch(`http://127.0.0.1:${oneOf(random, doors).port}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens.get(user)}` },
        body: JSON.stringify({ query, variables }),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const given = (await response.json()) as Given;
      seen({ status: response.status, code: given.errors?.[0]?.extensions?.code });
      return given;
    } catch {
      seen({ status: null, code: undefined });
      return null;
    }
  };

  let turn = 0;
  return {
    users: users.map(caller),
    registrars: registrars.map(caller),
    send: async (command) => {
      const { kind, requestId } = command;
      const input = { ...inputs[kind](command), requestId };
      if (kind !== 'client') {
        const given = await ask(command.user, texts[kind], { input });
        return given && outcome(command, given);
      }
      const { field, name } = municipalities.find((each) => command.user.startsWith(each.field)) as (typeof municipalities)[number];
      const given = await ask(command.user, clientText(field, name), { input });
      return given && outcome(command, given);
    },
    read: async (user, employerId) => {
      const given = await ask(user, 'query Look($id: ID!) { employer(id: $id) { contactMoments(last: 200) { nodes { id } } } }', { id: employerId });
      const nodes = given?.data?.employer?.contactMoments?.nodes as { id: string }[] | undefined;
      return nodes?.map(({ id }) => id) ?? null;
    },
    newEmployer: async () => {
      const requestId = `employer-${process.pid}-${(turn += 1)}`;
      const input = { requestId, legalName: `Onderneming ${process.pid} ${turn}`, registrationReason: 'fictief' };
      const text =
        'mutation Employer($input: RegisterEmployerInput!) { nuo { registerEmployer(input: $input) { ... on EmployerRegistered { employer { id } } } } }';
      for (;;) {
        const given = await ask('nuo.accountmanager', text, { input });
        const id = given?.data?.nuo?.registerEmployer?.employer?.id as string | undefined;
        if (id !== undefined) return id;
        const code = given?.errors?.[0]?.extensions?.code;
        if (given && code !== undefined && !doubtful.has(code)) throw new Error(`no employer: ${JSON.stringify(given)}`);
      }
    },
  };
};
