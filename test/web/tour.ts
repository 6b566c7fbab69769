import type { Answer } from '@werkplein/kernel/testing';

/** A screen with something on it: who opens it, by which route of web/src, at which address. */
export interface Stop {
  route: string;
  user: string;
  path: string;
}

type Data = NonNullable<Answer['data']>;
/** Asks the graph as a demo user. */
type Ask = (user: string, query: string) => Promise<Data>;

/** The first that has most of what counts. */
const richest = <T>(rows: readonly T[], of: (row: T) => number): T => {
  const [first] = rows.toSorted((a, b) => of(b) - of(a));
  if (first === undefined) throw new Error('there is nothing to show');
  return first;
};
/** How many things hang on a row, in its lists. */
const lengths = (row: Data): number =>
  Object.values(row as Record<string, readonly unknown[] | { nodes?: readonly unknown[] } | null>).reduce(
    (sum, each) => sum + (Array.isArray(each) ? each.length : (((each ?? {}) as { nodes?: readonly unknown[] }).nodes?.length ?? 0)),
    0,
  );
const list = (name: string, fields: string, filter = ''): string => `{ ${name}(first: 50${filter}) { nodes { ${fields} } } }`;

/** Every screen of the demo data, with the fullest of each kind that the first pages of the graph hold. */
export const tour = async (ask: Ask): Promise<Stop[]> => {
  const nodesOf = async (user: string, name: string, fields: string, filter?: string): Promise<Data[]> =>
    (await ask(user, list(name, fields, filter)))[name].nodes;
  const desk = 'nuo.accountmanager';
  const coach = 'nuo.jobcoach';
  const consultant = 'nuo.detacheringsconsulent';
  const regisseur = 'wierden.klantregisseur';
  const employers = await nodesOf(desk, 'employers', 'id');
  const plans = await nodesOf(desk, 'myContactPlans', 'id employer { id }');
  const orders = await nodesOf(coach, 'serviceOrders', 'id status steps { toStatus }', ', filter: { active: true }');
  const placements = await nodesOf(coach, 'placements', 'id status kind', ', filter: { states: [ACTIVE] }');
  const secondments = await nodesOf(consultant, 'secondments', 'id status members { id } rates { id }', ', filter: { status: RUNNING }');
  const employments = await nodesOf(consultant, 'shelteredEmployments', 'id state');
  const workplaces = await nodesOf(coach, 'workplaces', 'id placements { id }');
  const lines = await nodesOf(coach, 'learningLines', 'id steps { id } notes { id }');
  const vacancies: Data[] = (
    await ask(
      desk,
      '{ vacancies(first: 200) { nodes { id proposals(first: 5) { nodes { id } } employer { id contactPersons { id } branches { id } placements(first: 5) { nodes { id } } vacancies(first: 5) { nodes { id } } } } } }',
    )
  )['vacancies'].nodes;
  const vacancy = richest(vacancies, (row) => (row['proposals'].nodes.length > 0 ? 100 : 0) + lengths(row['employer']));
  const { employer } = vacancy as { employer: Data };
  const participants = await nodesOf(
    coach,
    'participants',
    'id serviceOrders(first: 5) { nodes { id } } placements(first: 5) { nodes { id } } responsibilities { id } shelteredEmployments { id }',
  );
  const participant = richest(participants, lengths);
  const { timesheets } = await ask(consultant, '{ timesheets(month: "2026-10", first: 1) { nodes { id } } }');
  const { performanceAgreements, quarterReports } = await ask(
    'nuo.coordinator',
    '{ performanceAgreements(year: 2026, municipality: "0189") { id status } quarterReports(municipality: "0189") { id } }',
  );
  const { contactMoments } = (await ask(desk, `{ employer(id: "${employer['id']}") { contactMoments(last: 1) { nodes { id } } } }`))['employer'];
  const clients: Data[] = (
    await ask(
      regisseur,
      '{ wierden { caseload(first: 200) { nodes { id plans { version } decisions { id } provisions { id } exemptions { id } loonwaardebepalingen { id } ladder { step } disclosures { id } serviceOrders(first: 5) { nodes { id } } placements(first: 5) { nodes { id } } } } } }',
    )
  )['wierden'].caseload.nodes;
  const client = richest(clients, (row) => (row['plans']?.length > 1 ? 20 : 0) + lengths(row));
  const clientPath = `/clienten/${encodeURIComponent(client['id'])}`;
  const employerPath = `/werkgevers/${encodeURIComponent(employer['id'])}`;
  const by = (user: string, routes: Record<string, string>): Stop[] => Object.entries(routes).map(([route, path]) => ({ route, user, path }));
  const same = (user: string, ...routes: string[]): Stop[] => routes.map((route) => ({ route, user, path: route }));
  return [
    ...same(desk, '/vandaag', '/werkgevers', '/werkgevers/nieuw', '/taken', '/taken/nieuw', '/kaart'),
    ...by(desk, {
      '/werkgevers/:id': employerPath,
      '/werkgevers/:id/plannen': `${employerPath}/plannen`,
      '/werkgevers/:id/vastleggen': `${employerPath}/vastleggen`,
      '/werkgevers/:id/wijzigen': `${employerPath}/wijzigen`,
      '/werkgevers/:id/vestigingen/:branchId': `${employerPath}/vestigingen/${employer['branches'][0].id}`,
      '/werkgevers/:id/personen/:personId': `${employerPath}/personen/${employer['contactPersons'][0].id}`,
      '/werkgevers/:id/vacatures/nieuw': `${employerPath}/vacatures/nieuw`,
      '/werkgevers/:id/vacatures/:vacancyId': `${employerPath}/vacatures/${vacancy['id']}`,
      '/werkgevers/:id/voordrachten/:proposalId': `${employerPath}/voordrachten/${vacancy['proposals'].nodes[0].id}`,
      '/werkgevers/:id/accounts': `${employerPath}/accounts`,
      '/werkgevers/:id/contacten/:planId': `/werkgevers/${plans[0]?.['employer'].id}/contacten/${plans[0]?.['id']}`,
      '/contactmomenten/:id': `/contactmomenten/${contactMoments.nodes[0].id}`,
    }),
    ...same('nuo.coordinator', '/collegas', '/dubbelingen', '/overdragen'),
    ...by('nuo.coordinator', {
      '/dubbelingen/samenvoegen': `/dubbelingen/samenvoegen?een=${employers[0]?.['id']}&twee=${employers[1]?.['id']}`,
      '/dubbelingen/samengevoegd/:id': `/dubbelingen/samengevoegd/${employers[0]?.['id']}`,
    }),
    ...same(coach, '/opdrachten', '/plaatsingen', '/deelnemers', '/herindicaties', '/loonwaardebezoeken', '/leerwerklijnen'),
    ...same('nuo.werkleider', '/werkplekken', '/werkplekken/nieuw', '/werkplekken/groep'),
    ...by(coach, {
      '/opdrachten/:id': `/opdrachten/${richest(orders, lengths)['id']}`,
      '/plaatsingen/:id': `/plaatsingen/${placements[0]?.['id']}`,
      '/plaatsingen/nieuw': `/plaatsingen/nieuw?deelnemer=${participant['id']}`,
      '/deelnemers/:id': `/deelnemers/${participant['id']}`,
      '/werkplekken/:id': `/werkplekken/${richest(workplaces, lengths)['id']}`,
      '/leerwerklijnen/:id': `/leerwerklijnen/${richest(lines, lengths)['id']}`,
    }),
    ...same('nuo.coordinator', '/deelnemers/nieuw', '/deelnemers/wsw', '/maanden'),
    ...same(consultant, '/dienstverbanden', '/detacheringen', '/detacheringen/nieuw', '/detacheringen/verhogen', '/terugval'),
    ...by(consultant, {
      '/dienstverbanden/nieuw': `/dienstverbanden/nieuw?deelnemer=${participant['id']}`,
      '/dienstverbanden/:id': `/dienstverbanden/${employments[0]?.['id']}`,
      '/detacheringen/:id': `/detacheringen/${richest(secondments, lengths)['id']}`,
      '/urenstaten/:id': `/urenstaten/${timesheets.nodes[0].id}`,
    }),
    ...same(regisseur, '/clienten', '/clienten/nieuw', '/bemiddeling', '/wet', '/termijnen', '/wacht-op-u', '/verhuizingen'),
    ...by(regisseur, {
      '/clienten/feit/:fact': '/clienten/feit/0189:00000000-0000-4000-8000-000000000000',
      '/clienten/:id': clientPath,
      '/clienten/:id/plan': `${clientPath}/plan`,
      '/clienten/:id/plan/schrijven': `${clientPath}/plan/schrijven`,
      '/clienten/:id/delen': `${clientPath}/delen`,
      '/clienten/:id/opdrachten': `${clientPath}/opdrachten`,
      '/clienten/:id/opdrachten/nieuw': `${clientPath}/opdrachten/nieuw`,
      '/clienten/:id/voorzieningen': `${clientPath}/voorzieningen`,
      '/clienten/:id/vacatures': `${clientPath}/vacatures`,
    }),
    ...same('nuo.coordinator', '/sturing', '/sturing/verloop', '/rapporten', '/rapporten/vastleggen'),
    ...by('wierden.kwaliteitsmedewerker', {
      '/sturing/:municipality': '/sturing/wierden',
      '/sturing/:municipality/verloop': '/sturing/wierden/verloop',
      '/sturing/cijfer/:indicator': '/sturing/cijfer/UITSTROOM_NAAR_WERK?gemeente=wierden&jaar=2026&kwartaal=3',
      '/sturing/afspraken/:id': `/sturing/afspraken/${performanceAgreements[0].id}`,
      '/rapporten/:id': `/rapporten/${quarterReports[0]?.id}`,
    }),
    ...by('nuo.coordinator', { '/sturing/afspraken/nieuw': '/sturing/afspraken/nieuw?gemeente=wierden&jaar=2027' }),
    ...same('wierden.privacyofficer', '/inzage', '/bewaren'),
    ...same('wierden.functioneelbeheerder', '/brieven', '/srg'),
    ...same('nuo.functioneelbeheerder', '/wsw-statistiek'),
  ];
};
