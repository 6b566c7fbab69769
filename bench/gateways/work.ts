// What the gateways are asked.

/** `headers` of each request differ, so that no gateway may answer two by one. */
export interface Work {
  query: string;
  variables: Record<string, unknown>;
}

const client = 'query Client($id: ID!) { client(id: $id) { id displayName placements { nodes { kind employer { name } } } } }';
const employers = (first: number): string =>
  `query Employers { employers(first: ${first}) { nodes { name kvkNumber contactMoments(last: 2) { nodes { occurredAt organisation { name } } } placements(first: 4) { nodes { kind client { id displayName klantregisseur { name } } } } } } }`;
const places = ['Almelo', 'Twenterand', 'Tubbergen', 'Wierden'];
const dashboard = `query Dashboard { werkpleinen { municipality activePlacementCount ${places.map((name) => `... on ${name}Werkplein { name phone }`).join(' ')} } }`;
const command =
  'mutation Register($input: RegisterEmployerInput!) { nuo { registerEmployer(input: $input) { __typename ... on EmployerRegistered { employer { id legalName } } } } }';

const clientOf = (at: number): Work => ({ query: client, variables: { id: `0141:00000000-0000-7000-8000-${String(at % 200).padStart(12, '0')}` } });
const commandOf = (at: number): Work => ({
  query: command,
  variables: { input: { requestId: `bench-${String(at % 50).padStart(6, '0')}`, legalName: 'Bakkerij Jansen', registrationReason: 'meting' } },
});

/** Each by its name: what caller number `at` asks. */
export const kindsOfWork: Record<string, (at: number) => Work> = {
  employers: () => ({ query: employers(50), variables: {} }),
  dashboard: () => ({ query: dashboard, variables: {} }),
  client: clientOf,
  command: commandOf,
  // Of twenty: ten clients, six lists of ten employers, three dashboards, one command.
  'a mixed day': (at) => {
    const turn = at % 20;
    if (turn < 10) return clientOf(at);
    if (turn < 16) return { query: employers(10), variables: {} };
    return turn < 19 ? { query: dashboard, variables: {} } : commandOf(at);
  },
};
