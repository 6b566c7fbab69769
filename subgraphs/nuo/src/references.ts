import { homeOf, NUO, type Reference } from '@werkplein/kernel';
import { loadContactPlan } from './contact-plans/contact-plan.store.ts';
import { loadContactMoment } from './contacts/contact.store.ts';
import { viewEmployers } from './employers/employer.policy.ts';
import { loadEmployer } from './employers/employer.store.ts';
import { viewParticipants } from './participants/participant.policy.ts';
import { loadParticipant } from './participants/participant.store.ts';
import { viewPlacementsOfClients } from './placements/placement.policy.ts';
import { loadPlacement } from './placements/placement.store.ts';

const isClientId = (id: string): boolean => ![null, NUO].includes(homeOf(id));

/** How the NUO answers for entities that others name. A client or Werkplein needs no row here: what the NUO adds to it may be empty. */
export const references: Record<string, Reference> = {
  Employer: { action: viewEmployers, key: 'id', load: loadEmployer },
  ContactMoment: { action: viewEmployers, key: 'id', load: loadContactMoment },
  ContactPlan: { action: viewEmployers, key: 'id', load: loadContactPlan },
  Placement: { action: viewEmployers, key: 'id', load: loadPlacement },
  Participant: { action: viewParticipants, key: 'id', load: loadParticipant },
  Client: { action: viewPlacementsOfClients, key: 'id', load: async (_, id) => (isClientId(id) ? { id } : null) },
  Werkplein: {
    action: viewPlacementsOfClients,
    key: 'municipality',
    load: async (_, municipality) => (/^[0-9]{4}$/.test(municipality) ? { municipality } : null),
  },
};
