import { type Action, homeOf, NUO, type Reference, type RequestContext } from '@werkplein/kernel';
import { viewAgreements, viewReports } from '@werkplein/indicators';
import { loadAgreement } from './agreements/agreement.store.ts';
import { loadContactPlan } from './contact-plans/contact-plan.store.ts';
import { loadContactMoment } from './contacts/contact.store.ts';
import { viewEmployers } from './employers/employer.policy.ts';
import { loadEmployer } from './employers/employer.store.ts';
import { viewServiceOrders } from './orders/service-order.policy.ts';
import { loadServiceOrder } from './orders/service-order.store.ts';
import { reachClients, reaches, viewParticipants } from './participants/participant.policy.ts';
import { loadParticipant } from './participants/participant.store.ts';
import { loadPlacement } from './placements/placement.store.ts';
import { viewProposals } from './proposals/proposal.policy.ts';
import { loadProposal } from './proposals/proposal.store.ts';
import { loadReport } from './reports/report.store.ts';
import { viewVacancies } from './vacancies/vacancy.policy.ts';
import { loadVacancy } from './vacancies/vacancy.store.ts';

/** Another municipality's client, candidate or Werkplein is not there for this principal, whether or not it exists. */
const isThere = (ctx: RequestContext, wanted: Action, municipality: string | null): boolean =>
  municipality !== null && municipality !== NUO && reaches(ctx, wanted, municipality);

/** How the NUO answers for entities that others name. A client or Werkplein needs no row here: what the NUO adds to it may be empty. */
export const references: Record<string, Reference> = {
  Employer: { action: viewEmployers, key: 'id', load: loadEmployer },
  ContactMoment: { action: viewEmployers, key: 'id', load: loadContactMoment },
  ContactPlan: { action: viewEmployers, key: 'id', load: loadContactPlan },
  Placement: { action: viewEmployers, key: 'id', load: loadPlacement },
  Participant: { action: viewParticipants, key: 'id', load: loadParticipant },
  Client: { action: reachClients, key: 'id', load: async (ctx, id) => (isThere(ctx, reachClients, homeOf(id)) ? { id } : null) },
  ServiceOrder: { action: viewServiceOrders, key: 'id', load: loadServiceOrder },
  PerformanceAgreement: { action: viewAgreements, key: 'id', load: loadAgreement },
  QuarterReport: { action: viewReports, key: 'id', load: loadReport },
  Vacancy: { action: viewVacancies, key: 'id', load: loadVacancy },
  Proposal: { action: viewProposals, key: 'id', load: loadProposal },
  Candidate: { action: viewProposals, key: 'id', load: async (ctx, id) => (isThere(ctx, viewProposals, homeOf(id)) ? { id } : null) },
  CandidateSupply: {
    action: viewProposals,
    key: 'candidateId',
    load: async (ctx, candidateId, { facts }) => (facts && isThere(ctx, viewProposals, homeOf(candidateId)) ? { candidateId, facts } : null),
  },
  Werkplein: {
    action: reachClients,
    key: 'municipality',
    load: async (ctx, municipality) => (/^[0-9]{4}$/.test(municipality) && isThere(ctx, reachClients, municipality) ? { municipality } : null),
  },
};
