/** What work at a place can offer, in words that say nothing of why somebody needs it. The list is the NUO's own. */
export const adaptations = {
  WHEELCHAIR_ACCESS: 'Toegankelijk met een rolstoel',
  SEATED_WORK: 'Zittend werk',
  LIFTING_AID: 'Hulpmiddelen bij tillen',
  ADAPTED_TOOLS: 'Aangepast gereedschap',
  LOW_STIMULUS: 'Prikkelarme ruimte',
  ADAPTED_COMMUNICATION: 'Aangepaste communicatie',
  CONSTANT_SUPERVISION: 'Voortdurend toezicht',
} as const satisfies Record<string, string>;
export type Adaptation = keyof typeof adaptations;

/** Whether a place offers all that is needed. */
export const offersAll = (offered: readonly string[], needed: readonly string[]): boolean => needed.every((each) => offered.includes(each));
