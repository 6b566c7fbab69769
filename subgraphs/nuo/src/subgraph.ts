import { buildSubgraph, type Subgraph } from '@werkplein/kernel';
import { NuoCommandsResolver } from './commands.types.ts';
import { contactPlanCommandResolvers } from './contact-plans/contact-plan-commands.resolver.ts';
import { contactPlanResolvers } from './contact-plans/contact-plan.resolver.ts';
import { contactResolvers } from './contacts/contact.resolver.ts';
import { duplicateResolvers } from './duplicates/duplicate.resolver.ts';
import { employerResolvers } from './employers/employer.resolver.ts';
import { matchResolvers } from './matching/match.resolver.ts';
import { mergeResolvers } from './merging/merge.resolver.ts';
import { participantResolvers } from './participants/participant.resolver.ts';
import { placementResolvers } from './placements/placement.resolver.ts';
import { WerkpleinType } from './placements/placement.types.ts';
import { proposalResolvers } from './proposals/proposal.resolver.ts';
import { references } from './references.ts';
import { vacancyResolvers } from './vacancies/vacancy.resolver.ts';

export const nuoSubgraph: Subgraph = buildSubgraph({
  resolvers: [
    NuoCommandsResolver,
    ...employerResolvers,
    ...contactResolvers,
    ...participantResolvers,
    ...placementResolvers,
    ...vacancyResolvers,
    ...proposalResolvers,
    ...matchResolvers,
    ...duplicateResolvers,
    ...mergeResolvers,
    ...contactPlanResolvers,
    ...contactPlanCommandResolvers,
  ],
  // No field of the NUO leads to it: other subgraphs refer to it.
  orphanedTypes: [WerkpleinType],
  references,
});
