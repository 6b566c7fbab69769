import { type Colleague, sameColleague } from './contact-plan.rules.ts';

export const planStatuses = ['RESERVED', 'SCHEDULED', 'CARRIED_OUT', 'CANCELLED', 'EXPIRED', 'TAKEN_OVER'] as const;
export type StoredStatus = (typeof planStatuses)[number];

type Actor = 'OWNER' | 'PARTICIPANT' | 'OFFERED_TO' | 'COORDINATOR' | 'CLOCK';
interface Transition {
  from: readonly StoredStatus[];
  to: StoredStatus | 'SAME';
  by: readonly Actor[];
}
const live = ['RESERVED', 'SCHEDULED'] as const;

/** Everything that can happen to a plan: from which status, to which, by whom. What is not here does not happen. */
export const transitions = {
  reserve: { from: ['RESERVED'], to: 'SAME', by: ['OWNER', 'COORDINATOR'] },
  schedule: { from: live, to: 'SCHEDULED', by: ['OWNER', 'COORDINATOR'] },
  cancel: { from: live, to: 'CANCELLED', by: ['OWNER', 'COORDINATOR'] },
  offer: { from: live, to: 'SAME', by: ['OWNER', 'COORDINATOR'] },
  refuse: { from: live, to: 'SAME', by: ['OFFERED_TO'] },
  takeOver: { from: live, to: 'TAKEN_OVER', by: ['OFFERED_TO'] },
  carryOut: { from: live, to: 'CARRIED_OUT', by: ['OWNER', 'PARTICIPANT'] },
  expire: { from: ['RESERVED'], to: 'EXPIRED', by: ['CLOCK'] },
} as const satisfies Record<string, Transition>;
export type TransitionName = keyof typeof transitions;

export const RESERVED_DAYS = 14;

interface Expiring {
  status: StoredStatus;
  expiresAt: Date | null;
}

/** A reservation ends at the instant `expiresAt` itself; the cleaner that stores it may come later. */
export const statusAt = ({ status, expiresAt }: Expiring, now: Date): StoredStatus =>
  status === 'RESERVED' && expiresAt !== null && expiresAt <= now ? 'EXPIRED' : status;

export const isLive = (plan: Expiring, now: Date): boolean => (live as readonly StoredStatus[]).includes(statusAt(plan, now));

export interface PlanRoles {
  owner: Colleague;
  participants: readonly Colleague[];
  offeredTo: Colleague | null;
}

/** Whether this colleague may take this step with a plan, whatever its status. */
export const mayTake = (name: TransitionName, me: Colleague, coordinator: boolean, plan: PlanRoles): boolean => {
  const roles: Record<Actor, boolean> = {
    OWNER: sameColleague(me, plan.owner),
    PARTICIPANT: plan.participants.some((other) => sameColleague(me, other)),
    OFFERED_TO: plan.offeredTo !== null && sameColleague(me, plan.offeredTo),
    COORDINATOR: coordinator,
    CLOCK: false,
  };
  return transitions[name].by.some((actor) => roles[actor]);
};
