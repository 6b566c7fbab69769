import { NUO } from '@werkplein/kernel';
import { addDays, TODAY } from './days.ts';
import { carrierCount, type CarrierRole, carrierOf } from './employees.ts';
import { derivedId } from './ids.ts';
import { demoPlacements } from './placements.ts';
import { randomOf } from './random.ts';
import { demoServiceOrders } from './service-orders.ts';
import type { DemoResponsibility } from './types.ts';

/** Who of the NUO answers for a participant in a role from `from` until `until`: one in four got another, one in ten has a stand-in `now`: a trial that runs moves with the day of the load. */
const termsOf = (participantId: string, role: CarrierRole, from: string, until: string | null, now: string): DemoResponsibility[] => {
  const random = randomOf(`responsible ${role} ${participantId}`, 0);
  const first = random.int(0, carrierCount(role) - 1);
  const other = (first + 1) % carrierCount(role);
  const term = (n: number, carrier: number, more: Pick<DemoResponsibility, 'standIn' | 'startsOn' | 'endsOn'>): DemoResponsibility => ({
    id: derivedId(participantId, `${role} ${n}`),
    participantId,
    role: role.toUpperCase() as DemoResponsibility['role'],
    employee: { ...carrierOf(role, carrier), organisation: NUO },
    ...more,
  });
  const change = addDays(from, random.int(30, 200));
  const changes = random.chance(0.25) && change < (until ?? now);
  const base = changes
    ? [term(0, first, { standIn: false, startsOn: from, endsOn: addDays(change, -1) }), term(1, other, { standIn: false, startsOn: change, endsOn: until })]
    : [term(0, first, { standIn: false, startsOn: from, endsOn: until })];
  if (!random.chance(0.1) || until !== null) return base;
  return [...base, term(2, (first + 2) % carrierCount(role), { standIn: true, startsOn: now, endsOn: addDays(now, random.int(3, 20)) })];
};

/** A trajectbegeleider while an order is carried out, a jobcoach or werkleider while somebody is placed. */
export function* demoResponsibilities(scale: number, today: string = TODAY): Generator<DemoResponsibility> {
  for (const { participantId, startsOn, endsOn, steps, service, status } of demoServiceOrders(scale, today)) {
    const moves = service === 'TRIAL_PLACEMENT' && status === 'IN_PROGRESS';
    if (steps.some(({ step }) => step === 'accept')) yield* termsOf(participantId, 'trajectbegeleider', startsOn, endsOn, moves ? today : TODAY);
  }
  for (const { participantId, kind, status, startsOn, endedOn } of demoPlacements(scale, today)) {
    const role = kind === 'SHELTERED_INTERNAL' || kind === 'WORK_ON_LOCATION' ? 'werkleider' : 'jobcoach';
    yield* termsOf(participantId, role, startsOn, endedOn, kind === 'PROEFPLAATSING' && status === 'ACTIVE' ? today : TODAY);
  }
}
