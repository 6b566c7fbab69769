import type { RetainedTable, WriteTx } from '@werkplein/kernel';
import { In } from 'typeorm';
import { AgreementVersion, ManualValue, PerformanceAgreement } from './agreements/agreement.entity.ts';
import { AccountHandOver, AccountMember, AccountOwner } from './accounts/account.entity.ts';
import { CalendarFeed } from './calendar/calendar-feed.entity.ts';
import { Colleague } from './colleagues/colleague.entity.ts';
import { TeamMember } from './colleagues/team.entity.ts';
import { ContactAttempt } from './contact-plans/contact-attempt.entity.ts';
import { DuplicateSignal } from './duplicates/duplicate.entity.ts';
import { EmployerMerge, EmployerMergeStep } from './merging/merge.entity.ts';
import { Secondment, SecondmentRate } from './secondments/secondment.entity.ts';
import { Placement } from './placements/placement.entity.ts';
import { Proposal } from './proposals/proposal.entity.ts';
import { WaitingToken } from './letters/waiting-token.entity.ts';
import { QuarterReport } from './reports/report.entity.ts';
import { RegieChange } from './regie-changes/regie-change.entity.ts';
import { Task } from './tasks/task.entity.ts';
import { WorkGroup, Workplace } from './workplaces/workplace.entity.ts';

/** Where a colleague is still named: those rows have terms of their own, and the colleague goes after the last of them. */
const stillNamed = [
  'SELECT 1 FROM account_owner o WHERE o.colleagueId = t.id',
  'SELECT 1 FROM account_hand_over h WHERE h.fromId = t.id OR h.toId = t.id',
  'SELECT 1 FROM task k WHERE k.colleagueId = t.id',
  'SELECT 1 FROM responsibility r WHERE r.colleagueId = t.id',
  'SELECT 1 FROM service_order_event v WHERE v.byId = t.id',
  'SELECT 1 FROM placement_event v WHERE v.byId = t.id',
]
  .map((rows) => `EXISTS (${rows})`)
  .join(' OR ');

const leaveTeams = async ({ em }: WriteTx, ids: readonly string[]): Promise<void> => {
  for (const entity of [AccountMember, TeamMember]) await em.delete(entity, { colleagueId: In([...ids]) });
  // A place or group goes on without them.
  for (const entity of [WorkGroup, Workplace]) await em.update(entity, { supervisorId: In([...ids]) }, { supervisorId: null });
};

const forgetSteps = async ({ em }: WriteTx, ids: readonly string[]): Promise<void> => {
  await em.delete(EmployerMergeStep, { mergeId: In([...ids]) });
};

const dropRates = async ({ em }: WriteTx, ids: readonly string[]): Promise<void> => {
  await em.delete(SecondmentRate, { secondmentId: In([...ids]) });
};

const dropTerms = async ({ em }: WriteTx, ids: readonly string[]): Promise<void> => {
  for (const entity of [AgreementVersion, ManualValue]) await em.delete(entity, { agreementId: In([...ids]) });
};

const forgetProposals = async ({ em }: WriteTx, ids: readonly string[]): Promise<void> => {
  await em.update(Placement, { proposalId: In([...ids]) }, { proposalId: null });
};

/** Tables of the NUO about no contact person or participant: our own employees, and candidates of whom only the Werkplein knows who they are. */
export const nuoRetained: readonly RetainedTable[] = [
  { entity: Proposal, kind: 'proposal', title: 'Voordrachten', starts: 't.changedAt', startsAt: 'instant', before: forgetProposals },
  { entity: ContactAttempt, kind: 'contact-attempt', title: 'Pogingen om contact te plannen', starts: 't.at', startsAt: 'instant' },
  { entity: Task, kind: 'task', title: 'Taken', starts: 't.closedAt', startsAt: 'instant' },
  {
    entity: EmployerMergeStep,
    kind: 'merge-step',
    title: 'Waarden van voor een samenvoeging',
    starts: '(SELECT COALESCE(m.undoneAt, m.reversibleUntil) FROM employer_merge m WHERE m.id = t.mergeId)',
    startsAt: 'instant',
  },
  { entity: EmployerMerge, kind: 'employer-merge', title: 'Samenvoegingen', starts: 't.mergedAt', startsAt: 'instant', before: forgetSteps },
  { entity: DuplicateSignal, kind: 'duplicate-signal', title: 'Dubbelsignalen', starts: 't.decidedAt', startsAt: 'instant' },
  { entity: AccountOwner, kind: 'account-history', title: 'Eerdere accounthouders', starts: 't.endsOn', startsAt: 'day' },
  { entity: AccountHandOver, kind: 'account-history', title: 'Overdrachten van accounts', starts: 't.decidedAt', startsAt: 'instant' },
  { entity: WaitingToken, kind: 'waiting-token', title: 'Kenmerken van wie nog geen deelnemer is', starts: 't.receivedAt', startsAt: 'instant' },
  { entity: RegieChange, kind: 'placement', title: 'Wisselingen van regie', starts: 't.receivedAt', startsAt: 'instant' },
  { entity: CalendarFeed, kind: 'calendar-feed', title: 'Agenda-adressen', starts: 't.expiresAt', startsAt: 'instant' },
  {
    entity: Secondment,
    kind: 'secondment',
    title: 'Detacheringsovereenkomsten',
    starts: 't.endedOn',
    startsAt: 'day',
    held: ['placement', 'timesheet'].map((table) => `EXISTS (SELECT 1 FROM ${table} x WHERE x.secondmentId = t.id)`).join(' OR '),
    before: dropRates,
  },
  { entity: PerformanceAgreement, kind: 'performance-agreement', title: 'Prestatieafspraken', starts: 't.settledAt', startsAt: 'instant', before: dropTerms },
  {
    entity: QuarterReport,
    kind: 'quarter-report',
    title: 'Kwartaalrapportages',
    starts: 't.frozenAt',
    startsAt: 'instant',
    held: 'EXISTS (SELECT 1 FROM performance_agreement a WHERE a.settledByReportId = t.id)',
  },
  { entity: Colleague, kind: 'colleague', title: 'Collega’s die weg zijn', starts: 't.leavesOn', startsAt: 'day', held: stillNamed, before: leaveTeams },
];
