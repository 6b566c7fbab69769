export const proposalStatuses = ['PREPARED', 'PROPOSED', 'INTERVIEW', 'TRIAL', 'PLACED', 'REJECTED', 'WITHDRAWN'] as const;
export type ProposalStatus = (typeof proposalStatuses)[number];

/** From → to. Withdrawing is for whoever may act on the proposal, at any open state: the regie of the client's municipality always can. */
export const proposalTransitions: Record<ProposalStatus, readonly ProposalStatus[]> = {
  PREPARED: ['PROPOSED', 'WITHDRAWN'],
  PROPOSED: ['INTERVIEW', 'TRIAL', 'PLACED', 'REJECTED', 'WITHDRAWN'],
  INTERVIEW: ['TRIAL', 'PLACED', 'REJECTED', 'WITHDRAWN'],
  TRIAL: ['PLACED', 'REJECTED', 'WITHDRAWN'],
  PLACED: [],
  REJECTED: [],
  WITHDRAWN: [],
};

export const isOpen = (status: ProposalStatus): boolean => proposalTransitions[status].length > 0;
export const needsReason = (to: ProposalStatus): boolean => to === 'REJECTED' || to === 'WITHDRAWN';
