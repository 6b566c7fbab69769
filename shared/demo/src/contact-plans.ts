import { NUO } from '@werkplein/kernel';
import { colleague, isClosedAccount, LEAVER } from './accounts.ts';
import { demoClient } from './clients.ts';
import { addDays } from './days.ts';
import { accountManagerCount } from './employees.ts';
import { contactPersonCount, demoContactPersonId, demoEmployerId } from './employers.ts';
import { demoId } from './ids.ts';
import { demoSizes } from './sizes.ts';
import type { DemoColleague, DemoContactPlan } from './work.types.ts';

type Plan = DemoContactPlan;

/** What happens at one employer, in days from the day of the demo. */
interface Scene extends Pick<Plan, 'status' | 'purpose' | 'steering' | 'channel'> {
  by: string;
  window: [from: number, until: number];
  /** Day and hour (UTC) of the appointment. */
  at?: [day: number, hour: number];
  made: number;
  joinedBy?: string;
  offeredTo?: string;
  takenOverBy?: string;
  withCandidate?: true;
}

const demand = 'VRAAGGESTUURD';
const supply = 'AANBODGESTUURD';
// Every state, all five organisations, and enough for today and tomorrow.
const scenes: readonly Scene[] = [
  { status: 'SCHEDULED', by: NUO, purpose: 'RELATION', steering: supply, channel: 'VISIT', window: [1, 3], at: [1, 9], made: -6, joinedBy: '0141' },
  { status: 'SCHEDULED', by: '0189', purpose: 'VACANCY', steering: demand, channel: 'PHONE', window: [0, 0], at: [0, 13], made: -3 },
  { status: 'RESERVED', by: '0141', purpose: 'ACQUAINTANCE', steering: supply, channel: 'VISIT', window: [2, 9], made: -2 },
  { status: 'RESERVED', by: NUO, purpose: 'VACANCY', steering: demand, channel: 'VISIT', window: [3, 12], made: -4, offeredTo: '0189' },
  { status: 'SCHEDULED', by: '0183', purpose: 'AFTERCARE', steering: demand, channel: 'PHONE', window: [1, 1], at: [1, 12], made: -8 },
  { status: 'CARRIED_OUT', by: '1700', purpose: 'RELATION', steering: supply, channel: 'VISIT', window: [-4, -2], at: [-3, 10], made: -12, joinedBy: '0141' },
  { status: 'CANCELLED', by: '0183', purpose: 'ACQUAINTANCE', steering: supply, channel: 'VIDEO_CALL', window: [5, 8], made: -5 },
  { status: 'EXPIRED', by: NUO, purpose: 'VACANCY', steering: demand, channel: 'PHONE', window: [1, 6], made: -15 },
  { status: 'TAKEN_OVER', by: '0141', purpose: 'VACANCY', steering: demand, channel: 'VISIT', window: [2, 8], at: [4, 8], made: -7, takenOverBy: NUO },
  { status: 'CARRIED_OUT', by: NUO, purpose: 'AFTERCARE', steering: demand, channel: 'PHONE', window: [-1, -1], at: [-1, 14], made: -9 },
  { status: 'RESERVED', by: '1700', purpose: 'PROPOSAL', steering: supply, channel: 'PHONE', window: [6, 13], made: -1, withCandidate: true },
  { status: 'SCHEDULED', by: NUO, purpose: 'RELATION', steering: supply, channel: 'PHONE', window: [0, 0], at: [0, 10], made: -5 },
  { status: 'SCHEDULED', by: '0141', purpose: 'AFTERCARE', steering: demand, channel: 'PHONE', window: [0, 1], at: [0, 9], made: -4 },
  { status: 'SCHEDULED', by: '1700', purpose: 'VACANCY', steering: demand, channel: 'VISIT', window: [0, 2], at: [0, 14], made: -7, offeredTo: NUO },
  { status: 'SCHEDULED', by: '0183', purpose: 'RELATION', steering: supply, channel: 'VISIT', window: [-1, 0], at: [0, 12], made: -6 },
  { status: 'RESERVED', by: NUO, purpose: 'ACQUAINTANCE', steering: supply, channel: 'VISIT', window: [2, 10], made: -3, offeredTo: '0141' },
  { status: 'RESERVED', by: '0189', purpose: 'RELATION', steering: supply, channel: 'VISIT', window: [1, 9], made: -2, offeredTo: '1700' },
  { status: 'RESERVED', by: '0141', purpose: 'VACANCY', steering: demand, channel: 'PHONE', window: [3, 9], made: -2, offeredTo: '0183' },
  { status: 'SCHEDULED', by: '0189', purpose: 'EVENT', steering: supply, channel: 'EVENT', window: [10, 10], at: [10, 15], made: -10, joinedBy: NUO },
];

const RESERVED_DAYS = 14;
const instant = (day: string, hour: number): string => `${day}T${String(hour).padStart(2, '0')}:00:00.000Z`;

/** First the demo user of the organisation, in the next round a colleague; never who has left. */
const someoneOf = (organisation: string, round: number): DemoColleague =>
  colleague(organisation, round % (organisation === NUO ? LEAVER : accountManagerCount(organisation)));

/** The first client of the municipality from here who is shown to others as a candidate. */
const candidateOf = (municipality: string, from: number, clients: number): string[] => {
  for (let index = from; index < clients; index += 1) {
    const { candidate } = demoClient(municipality, index);
    if (candidate !== null && candidate.visibility !== 'INTERNAL') return [candidate.id];
  }
  return [];
};

/** `turn`: how many employers before it have a plan. */
const plansAt = (index: number, turn: number, today: string, clients: Record<string, number>): Plan[] => {
  const scene = scenes[turn % scenes.length] as Scene;
  const round = Math.floor(turn / scenes.length);
  const day = (offset: number): string => addDays(today, offset);
  const { status, by, purpose, steering, channel, window, at, made } = scene;
  const number = 2 * index;
  const createdAt = instant(day(made), 9);
  const plan: Plan = {
    id: demoId(NUO, 'contact plan', number),
    employerId: demoEmployerId(index),
    contactPersonId: demoContactPersonId(index, round % contactPersonCount(index)),
    purpose,
    steering,
    channel,
    windowFrom: day(window[0]),
    windowUntil: day(window[1]),
    plannedAt: at ? instant(day(at[0]), at[1]) : null,
    owner: someoneOf(by, round),
    status,
    expiresAt: at ? null : instant(day(made + RESERVED_DAYS), 9),
    offeredTo: scene.offeredTo === undefined ? null : someoneOf(scene.offeredTo, round),
    previousId: null,
    createdAt,
    participants: scene.joinedBy === undefined ? [] : [someoneOf(scene.joinedBy, round)],
    candidateIds: scene.withCandidate ? candidateOf(by, round, clients[by] ?? 0) : [],
    contactMoment:
      status === 'CARRIED_OUT' && at
        ? {
            id: demoId(NUO, 'planned contact', number),
            occurredAt: instant(day(at[0]), at[1]),
            subject: purpose === 'AFTERCARE' ? 'Nazorg' : 'Relatiegesprek',
            report: 'Gesproken zoals gepland. Het bedrijf wil de samenwerking voortzetten.',
          }
        : null,
  };
  if (scene.takenOverBy === undefined) return [plan];
  const next = { ...plan, id: demoId(NUO, 'contact plan', number + 1), owner: someoneOf(scene.takenOverBy, round), previousId: plan.id };
  return [plan, { ...next, status: 'SCHEDULED', createdAt: instant(day(made + 1), 9) }];
};

/**
 * Contact plans around `today`, at most one that is open at an employer: who loads the demo later sees life too. The ids do not depend on
 * the day, so what was loaded stays as it was. A closed account is left to its team.
 */
export function* demoContactPlans(scale: number, today: string): Generator<Plan> {
  const { contactPlans, employers, clients } = demoSizes(scale);
  let turn = 0;
  for (let index = 0; index < Math.min(contactPlans, employers); index += 1) {
    if (isClosedAccount(index)) continue;
    yield* plansAt(index, turn, today, clients);
    turn += 1;
  }
}
