import { buildSubgraph, type Subgraph } from '@werkplein/kernel';
import { activityResolvers } from './activity/activity.resolver.ts';
import { calendarResolvers } from './calendar/calendar-feed.resolver.ts';
import { NuoCommandsResolver } from './commands.types.ts';
import { contactResolvers } from './contacts/contact.resolver.ts';
import { employerResolvers } from './employers/employer.resolver.ts';
import { participantResolvers } from './participants/participant.resolver.ts';
import { placementResolvers } from './placements/placement.resolver.ts';
import { WerkpleinType } from './placements/placement.types.ts';
import { references } from './references.ts';

export const nuoSubgraph: Subgraph = buildSubgraph({
  resolvers: [
    NuoCommandsResolver,
    ...employerResolvers,
    ...contactResolvers,
    ...participantResolvers,
    ...placementResolvers,
    ...activityResolvers,
    ...calendarResolvers,
  ],
  // No field of the NUO leads to it: other subgraphs refer to it.
  orphanedTypes: [WerkpleinType],
  references,
});
