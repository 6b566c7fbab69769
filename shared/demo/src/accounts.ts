import { municipalities, NUO } from '@werkplein/kernel';
import { addDays, TODAY } from './days.ts';
import { accountManagerCount, carrierCount, carrierOf, demoEmployee } from './employees.ts';
import { demoEmployerId, employerStatus } from './employers.ts';
import { demoId } from './ids.ts';
import { type Random, randomOf } from './random.ts';
import { demoSizes } from './sizes.ts';
import type { DemoAccount, DemoColleague, DemoTask, DemoTeam } from './work.types.ts';

const organisations = [NUO, ...municipalities.map(({ code }) => code)];
const weights = { [NUO]: 50, '0141': 22, '1700': 12, '0183': 7, '0189': 9 };
/** Has left, and still owns accounts: what the coordinator must find. */
export const LEAVER = accountManagerCount(NUO) - 1;
/** A key account that nobody owns. */
const UNOWNED = 3;

export const colleague = (organisation: string, index: number): DemoColleague => ({
  ...demoEmployee(organisation, 'accountmanager', index),
  organisation,
  leavesOn: organisation === NUO && index === LEAVER ? '2026-10-01' : null,
});

/** The account managers of all organisations. */
export const demoColleagues = (): DemoColleague[] =>
  organisations.flatMap((organisation) => Array.from({ length: accountManagerCount(organisation) }, (_, index) => colleague(organisation, index)));

const consultant: DemoColleague = { id: `demo-${NUO}-detacheringsconsulent`, name: 'Demo detacheringsconsulent NUO', organisation: NUO, leavesOn: null };
const coordinator: DemoColleague = { id: `demo-${NUO}-coordinator`, name: 'Demo coordinator NUO', organisation: NUO, leavesOn: null };

/** Who is named in orders and as responsible: uitvoering, the coordinator, and a klantregisseur of each Werkplein. */
export const demoOrderColleagues = (): DemoColleague[] => [
  ...(['trajectbegeleider', 'jobcoach', 'werkleider'] as const).flatMap((role) =>
    Array.from({ length: carrierCount(role) }, (_, index) => ({ ...carrierOf(role, index), organisation: NUO, leavesOn: null })),
  ),
  consultant,
  coordinator,
  ...municipalities.map(({ code }) => ({ ...demoEmployee(code, 'klantregisseur', 0), organisation: code, leavesOn: null })),
];

const teamNames = ['Techniek en bouw', 'Zorg en welzijn', 'Logistiek en productie', 'Almelo', 'Twenterand', 'Tubbergen', 'Wierden'];
const demoTeam = (index: number): DemoTeam => ({
  id: demoId(NUO, 'team', index),
  name: teamNames[index] as string,
  // The demo user of the NUO is in each, and finds work to take.
  members: [colleague(NUO, 0), colleague(NUO, 1 + (index % (LEAVER - 1))), colleague(organisations[1 + (index % municipalities.length)] as string, 0)],
});
export const demoTeams = (): DemoTeam[] => teamNames.map((_, index) => demoTeam(index));

const titles = [
  'Terugbellen over proefplaatsing',
  'Offerte groepsdetachering sturen',
  'Werkplek bekijken',
  'Jaargesprek plannen',
  'Vacaturetekst nakijken',
  'Nazorg bespreken',
];
const goals = ['Vijf plaatsingen dit jaar, waarvan twee beschut.', 'Een vaste werkplek per kwartaal.', 'Kennismaken en een eerste proefplaatsing.'];
const agreements = ['Een keer per kwartaal een gesprek; vacatures gaan eerst naar de accounthouder.', 'Contact loopt via de HR-adviseur.', ''];
const opportunities = ['Uitbreiding van de productie in het voorjaar.', 'Vervanging in de schoonmaak.', ''];

/** Of the NUO who has work with employers too, the demo users among them. */
const alsoBusy: readonly DemoColleague[] = [
  ...(['trajectbegeleider', 'jobcoach', 'werkleider'] as const).flatMap((role) =>
    [0, 1].map((index) => ({ ...carrierOf(role, index), organisation: NUO, leavesOn: null })),
  ),
  coordinator,
];
const SHARE_OF_OTHERS = 0.1;
const SHARE_ABOUT_SECONDMENTS = 0.03;
/** A stream of its own: the other facts of a task stay as they were. */
const otherAssignee = (number: number): DemoColleague | null => {
  const random = randomOf('task of another', number);
  if (random.chance(SHARE_OF_OTHERS)) return random.pick(alsoBusy);
  return randomOf('task about a secondment', number).chance(SHARE_ABOUT_SECONDMENTS) ? consultant : null;
};

const anyone = (random: Random): DemoColleague => {
  const organisation = random.weighted(weights);
  return colleague(organisation, random.int(0, accountManagerCount(organisation) - 1));
};

const demoTask = (employer: number, number: number, owner: DemoColleague | null, today: string): DemoTask => {
  const random = randomOf('task', employer * 4 + number);
  const dueOn = addDays(today, random.int(-10, 40));
  const ofTeam = random.chance(0.2);
  return {
    id: demoId(NUO, 'task', employer * 4 + number),
    title: random.pick(titles),
    assignee: ofTeam ? null : (otherAssignee(employer * 4 + number) ?? owner),
    teamId: ofTeam ? demoTeam(random.int(0, teamNames.length - 1)).id : null,
    dueOn,
    remindAt: random.chance(0.5) ? `${addDays(dueOn, -1)}T08:00:00.000Z` : null,
    status: random.chance(0.25) ? 'DONE' : 'OPEN',
    createdBy: owner ?? colleague(NUO, 0),
    createdAt: `${addDays(today, random.int(-30, -11))}T09:00:00.000Z`,
  };
};

const demoAccount = (employer: number, today: string = TODAY): DemoAccount => {
  const random = randomOf('account', employer);
  const owner = employer === UNOWNED || random.chance(0.02) ? null : anyone(random);
  const team = random.chance(0.4) ? [anyone(random)] : [];
  return {
    id: demoId(NUO, 'account', employer),
    employerId: demoEmployerId(employer),
    owner,
    ownerId: demoId(NUO, 'account owner', employer),
    startsOn: addDays('2024-01-01', random.int(0, 900)),
    team: team.filter(({ id }) => id !== owner?.id),
    closed: random.chance(0.05),
    goal: random.pick(goals),
    agreements: random.pick(agreements),
    opportunities: random.pick(opportunities),
    tasks: Array.from({ length: random.int(0, 2) }, (_, number) => demoTask(employer, number, owner, today)),
  };
};

const hasAccount = (employer: number): boolean => employer < 20 || (employerStatus(employer) === 'ACTIVE' && randomOf('has account', employer).chance(0.85));
export const isClosedAccount = (employer: number): boolean => hasAccount(employer) && demoAccount(employer).closed;

/** Accounts of most active employers, one at a time; their tasks are due around `today`. */
export function* demoAccounts(scale: number, today: string = TODAY): Generator<DemoAccount> {
  const { employers } = demoSizes(scale);
  for (let index = 0; index < employers; index += 1) if (hasAccount(index)) yield demoAccount(index, today);
}
