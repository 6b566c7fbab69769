/** By what a municipality's verordening puts those who wait for beschut werk in order. */
export const waitingOrders = {
  /** First who waits longest since the municipality established it. */
  ESTABLISHED_FIRST: 'Wie het langst geleden is vastgesteld, gaat voor.',
  /** First who left school for practical or special education. */
  SCHOOL_LEAVERS_FIRST: 'Wie van het praktijkonderwijs, vso of entree komt, gaat voor.',
  /** First who gets general assistance. */
  BIJSTAND_FIRST: 'Wie algemene bijstand krijgt, gaat voor.',
  YOUNGEST_FIRST: 'Wie het jongst is, gaat voor.',
} as const;
export type WaitingOrder = keyof typeof waitingOrders;

/** The order rule of a municipality: criteria one after the other, and where they stand. */
export interface WaitingRule {
  order: readonly WaitingOrder[];
  source: string;
}
