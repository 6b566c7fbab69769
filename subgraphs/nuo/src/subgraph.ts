import { buildSubgraph, type Subgraph } from '@werkplein/kernel';
import { AgreementCommandsResolver } from './agreements/agreement.commands.ts';
import { agreementResolvers } from './agreements/agreement.resolver.ts';
import { contactPlanCommandResolvers } from './contact-plans/contact-plan-commands.resolver.ts';
import { contactPlanResolvers } from './contact-plans/contact-plan.resolver.ts';
import { doubleApproachesResolvers } from './contact-plans/double-approaches.resolver.ts';
import { AccountCommandsResolver } from './accounts/account.commands.ts';
import { accountResolvers } from './accounts/account.resolver.ts';
import { colleagueResolvers } from './colleagues/colleague.resolver.ts';
import { learnCaller } from './colleagues/colleague.store.ts';
import { NuoCommandsResolver } from './commands.resolver.ts';
import { activityResolvers } from './activity/activity.resolver.ts';
import { calendarResolvers } from './calendar/calendar-feed.resolver.ts';
import { contactResolvers } from './contacts/contact.resolver.ts';
import { HoursCommandsResolver } from './hours/hours.commands.ts';
import { hoursResolvers } from './hours/hours.resolver.ts';
import { LearningCommandsResolver } from './learning/learning.commands.ts';
import { learningResolvers } from './learning/learning.resolver.ts';
import { SecondmentCommandsResolver } from './secondments/secondment.commands.ts';
import { secondmentResolvers } from './secondments/secondment.resolver.ts';
import { duplicateResolvers } from './duplicates/duplicate.resolver.ts';
import { employerViewResolvers } from './employer-view/employer-view.resolver.ts';
import { employerResolvers } from './employers/employer.resolver.ts';
import { letterResolvers } from './letters/letter.resolver.ts';
import { regieChangeResolvers } from './regie-changes/regie-change.resolver.ts';
import { matchResolvers } from './matching/match.resolver.ts';
import { CandidateSupply } from './matching/supply.types.ts';
import { mergeResolvers } from './merging/merge.resolver.ts';
import { serviceOrderCommandResolvers } from './orders/service-order.commands.ts';
import { serviceOrderResolvers } from './orders/service-order.resolver.ts';
import { NuoParameterResolver } from './parameters/nuo-parameter.resolver.ts';
import { participantResolvers } from './participants/participant.resolver.ts';
import { placementResolvers } from './placements/placement-commands.resolver.ts';
import { WerkpleinType } from './placements/placement.types.ts';
import { proposalResolvers } from './proposals/proposal.resolver.ts';
import { reportResolvers } from './reports/report.resolver.ts';
import { responsibilityResolvers } from './responsibility/responsibility.resolver.ts';
import { serviceLineResolvers } from './service-line/service-line.resolver.ts';
import { figureActions, figureFields } from '@werkplein/indicators';
import { evaluators } from './figures/evaluators.ts';
import { FunnelPartResolver } from './figures/funnel.resolver.ts';
import { subjectResolvers } from './subjects.resolver.ts';
import { references } from './references.ts';
import { vacancyResolvers } from './vacancies/vacancy.resolver.ts';
import { indicationResolvers } from './indications/indication.resolver.ts';
import { EmploymentCommandsResolver } from './sheltered-work/employment.commands.ts';
import { employmentResolvers } from './sheltered-work/employment.resolver.ts';
import { fallbackClaimResolvers } from './workplaces/fallback-claim.resolver.ts';
import { WorkplaceCommandsResolver } from './workplaces/workplace.commands.ts';
import { workplaceResolvers } from './workplaces/workplace.resolver.ts';
import { wswStatisticsResolvers } from './wsw-statistics/wsw-statistics.resolver.ts';
import { wswWorkerResolvers } from './wsw-workers/wsw-worker.resolver.ts';
import { taskResolvers } from './tasks/task.resolver.ts';

export const nuoSubgraph: Subgraph = buildSubgraph({
  resolvers: [
    NuoCommandsResolver,
    ...employerResolvers,
    ...employerViewResolvers,
    ...contactResolvers,
    NuoParameterResolver,
    ...participantResolvers,
    ...placementResolvers,
    ...vacancyResolvers,
    ...proposalResolvers,
    ...matchResolvers,
    ...duplicateResolvers,
    ...mergeResolvers,
    ...contactPlanResolvers,
    ...contactPlanCommandResolvers,
    ...doubleApproachesResolvers,
    ...colleagueResolvers,
    ...accountResolvers,
    AccountCommandsResolver,
    ...taskResolvers,
    ...activityResolvers,
    ...calendarResolvers,
    ...secondmentResolvers,
    SecondmentCommandsResolver,
    ...learningResolvers,
    LearningCommandsResolver,
    ...hoursResolvers,
    HoursCommandsResolver,
    ...wswWorkerResolvers,
    ...indicationResolvers,
    ...employmentResolvers,
    EmploymentCommandsResolver,
    ...workplaceResolvers,
    ...fallbackClaimResolvers,
    WorkplaceCommandsResolver,
    ...wswStatisticsResolvers,
    ...serviceOrderResolvers,
    ...serviceOrderCommandResolvers,
    ...responsibilityResolvers,
    ...serviceLineResolvers,
    ...subjectResolvers,
    ...letterResolvers,
    ...regieChangeResolvers,
    ...agreementResolvers,
    AgreementCommandsResolver,
    ...reportResolvers,
    ...figureFields('nuo', evaluators, figureActions),
    FunnelPartResolver,
  ],
  // No field of the NUO leads to them: other subgraphs refer to them.
  orphanedTypes: [WerkpleinType, CandidateSupply],
  references,
  beforeCommand: learnCaller,
});
