import { demoEmployerId } from '@werkplein/demo';
import { localDay } from '@werkplein/kernel';
import type { Stack } from './stack.ts';

/** Rows of the demo data that have something under them, and the days around today. */
export interface Subjects {
  today: string;
  ids: Record<
    | 'employer'
    | 'otherEmployer'
    | 'person'
    | 'moment'
    | 'plan'
    | 'vacancy'
    | 'proposal'
    | 'order'
    | 'placement'
    | 'participant'
    | 'worker'
    | 'secondment'
    | 'employment'
    | 'workplace'
    | 'line'
    | 'sheet'
    | 'agreement'
    | 'client'
    | 'almeloClient',
    string
  >;
  kvkNumber: string;
  /** The place in the activity where it began. */
  since: string;
}

/** The first that has something in each of these lists, or else the first. */
const fullest = <T extends Record<string, unknown>>(nodes: readonly T[]): T => {
  const size = (value: unknown): number =>
    Array.isArray(value) ? value.length : Array.isArray((value as { nodes?: unknown[] } | null)?.nodes) ? (value as { nodes: unknown[] }).nodes.length : 0;
  const filled = (row: T): number => Object.values(row).filter((value) => size(value) > 0).length;
  const best = nodes.toSorted((one, other) => filled(other) - filled(one))[0];
  if (best === undefined) throw new Error('the demo data have no row of a kind that is asked for');
  return best;
};

/* oxlint-disable-next-line typescript/no-explicit-any -- answers of any shape */
type Row = Record<string, any>;

export const subjectsOf = async ({ ask }: Pick<Stack, 'ask'>): Promise<Subjects> => {
  const nodesOf = async (user: string, field: string, fields: string, filter = '', within = ''): Promise<Row[]> => {
    const list = `${field}(first: 50${filter}) { nodes { id ${fields} } }`;
    const { data, errors } = await ask(user, `{ ${within ? `${within} { ${list} }` : list} }`);
    if (errors) throw new Error(`${field}: ${JSON.stringify(errors)}`);
    return within ? data[within][field].nodes : data[field].nodes;
  };
  const [desk, coach, consultant] = ['nuo.accountmanager', 'nuo.jobcoach', 'nuo.detacheringsconsulent'];
  const employers: Row[] = [];
  for (let n = 0; n < 20; n += 1) {
    const { data, errors } = await ask(
      desk,
      `{ employer(id: "${demoEmployerId(n)}") { id kvkNumber contactPersons { id } contactMoments(last: 1) { nodes { id } } vacancies(first: 1) { nodes { id } } placements(first: 5) { nodes { id } } } }`,
    );
    if (errors) throw new Error(`employer: ${JSON.stringify(errors)}`);
    employers.push(data.employer);
  }
  const employer = fullest(employers);
  const vacancy = fullest(await nodesOf(desk, 'vacancies', 'proposals(first: 1) { nodes { id } }'));
  const participant = fullest(
    await nodesOf(coach, 'participants', 'serviceOrders(first: 1) { nodes { id } } placements(first: 1) { nodes { id } } responsibilities { id }'),
  );
  const employment = fullest(await nodesOf(consultant, 'shelteredEmployments', 'participant { id }'));
  const clients = (where: string) =>
    nodesOf(
      `${where}.klantregisseur`,
      'clients',
      'plans { id } serviceOrders(first: 1) { nodes { id } } placements(first: 1) { nodes { id } }',
      ', filter: { status: PLACED }',
      where,
    );
  const first = async (user: string, field: string, fields = '', filter = ''): Promise<string> => fullest(await nodesOf(user, field, fields, filter))['id'];
  const { data } = await ask('nuo.coordinator', '{ activityCursor performanceAgreements(year: 2026, municipality: "0189") { id } }');
  const sheets = await ask(consultant, '{ timesheets(month: "2026-10", first: 1) { nodes { id } } }');
  return {
    today: localDay(new Date()),
    kvkNumber: employer['kvkNumber'],
    since: data.activityCursor,
    ids: {
      employer: employer['id'],
      otherEmployer: demoEmployerId(21),
      person: employer['contactPersons'][0]?.id,
      moment: employer['contactMoments'].nodes[0]?.id,
      plan: await first(desk, 'myContactPlans'),
      vacancy: vacancy['id'],
      proposal: vacancy['proposals'].nodes[0]?.id,
      order: await first(coach, 'serviceOrders', 'steps { toStatus }', ', filter: { active: true }'),
      placement: await first(coach, 'placements', '', ', filter: { states: [ACTIVE] }'),
      participant: participant['id'],
      worker: employment['participant'].id,
      secondment: await first(consultant, 'secondments', 'members { id } rates { id }', ', filter: { status: RUNNING }'),
      employment: employment['id'],
      workplace: await first(coach, 'workplaces', 'placements { id }'),
      line: await first(coach, 'learningLines', 'steps { id } notes { id }'),
      sheet: sheets.data.timesheets.nodes[0]?.id,
      agreement: data.performanceAgreements[0]?.id,
      client: fullest(await clients('wierden'))['id'],
      almeloClient: fullest(await clients('almelo'))['id'],
    },
  };
};
