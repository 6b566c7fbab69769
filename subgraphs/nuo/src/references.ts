import { homeOf, NUO, type Reference, type RequestContext } from '@werkplein/kernel';
import { loadContactMoment } from './contacts/contact.store.ts';
import { viewEmployers } from './employers/employer.policy.ts';
import { loadEmployer } from './employers/employer.store.ts';
import { reaches, viewParticipants } from './participants/participant.policy.ts';
import { loadParticipant } from './participants/participant.store.ts';
import { viewPlacementsOfClients } from './placements/placement.policy.ts';
import { loadPlacement } from './placements/placement.store.ts';

/** Another municipality's client or Werkplein is not there for this principal, whether or not it exists. */
const isThere = (ctx: RequestContext, municipality: string | null): boolean =>
  municipality !== null && municipality !== NUO && reaches(ctx, viewPlacementsOfClients, municipality);

/** How the NUO answers for entities that others name. A client or Werkplein needs no row here: what the NUO adds to it may be empty. */
export const references: Record<string, Reference> = {
  Employer: { action: viewEmployers, key: 'id', load: loadEmployer },
  ContactMoment: { action: viewEmployers, key: 'id', load: loadContactMoment },
  Placement: { action: viewEmployers, key: 'id', load: loadPlacement },
  Participant: { action: viewParticipants, key: 'id', load: loadParticipant },
  Client: { action: viewPlacementsOfClients, key: 'id', load: async (ctx, id) => (isThere(ctx, homeOf(id)) ? { id } : null) },
  Werkplein: {
    action: viewPlacementsOfClients,
    key: 'municipality',
    load: async (ctx, municipality) => (/^[0-9]{4}$/.test(municipality) && isThere(ctx, municipality) ? { municipality } : null),
  },
};
