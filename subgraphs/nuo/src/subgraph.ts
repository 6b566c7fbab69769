import { buildSubgraph, type Subgraph } from '@werkplein/kernel';
import { NuoCommandsResolver } from './commands.types.ts';
import { contactResolvers } from './contacts/contact.resolver.ts';
import { employerResolvers } from './employers/employer.resolver.ts';
import { participantResolvers } from './participants/participant.resolver.ts';
import { placementResolvers } from './placements/placement.resolver.ts';
import { WerkpleinType } from './placements/placement.types.ts';
import { subjectResolvers } from './subjects.resolver.ts';
import { references } from './references.ts';

export const nuoSubgraph: Subgraph = buildSubgraph({
  resolvers: [NuoCommandsResolver, ...employerResolvers, ...contactResolvers, ...participantResolvers, ...placementResolvers, ...subjectResolvers],
  // No field of the NUO leads to it: other subgraphs refer to it.
  orphanedTypes: [WerkpleinType],
  references,
});
