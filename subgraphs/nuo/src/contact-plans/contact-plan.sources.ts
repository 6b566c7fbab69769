import type { ReadTx } from '@werkplein/kernel';
import { accountTeamOf } from '../accounts/index.ts';
import { openProposalsAt } from '../proposals/proposal.store.ts';
import type { AccountTeam } from './contact-plan.rules.ts';

/** What the rules ask of other features. A source that fails throws: the rules then know nothing, and nothing is allowed. */
export interface PlanSources {
  /** K3: who owns the account of this employer on this day; null when nobody does. */
  accountTeamOf(tx: ReadTx, employerId: string, day: string): Promise<AccountTeam | null>;
  /** K5: the open proposals of these candidates at this employer. */
  openProposalsOf(tx: ReadTx, employerId: string, candidateIds: readonly string[]): Promise<readonly { candidateId: string }[]>;
}

export const planSources: PlanSources = {
  accountTeamOf,
  openProposalsOf: async (tx, employerId, candidateIds) => (await openProposalsAt(tx, employerId, candidateIds)).map(({ candidateId }) => ({ candidateId })),
};
