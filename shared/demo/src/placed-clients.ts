import { randomOf } from './random.ts';
import type { DemoPlacement } from './placement.types.ts';
import type { DemoClient } from './types.ts';

// Which clients are placed and for which something is ordered, known to the clients, the placements and the orders without asking each other.

const EVERY = 6;

/** One in six clients is placed; a few of them outside the NUO, which then has no placement of them. */
export const isPlaced = (clientIndex: number): boolean => clientIndex % EVERY === 0;
export const placementNumberOf = (clientIndex: number): number => clientIndex / EVERY;
export const placedClientIndex = (placementNumber: number): number => placementNumber * EVERY;

/** Of the clients who are not placed, one in so many is asked of the NUO. */
export const ORDERED_EVERY = 3;
export const isOrdered = (clientIndex: number, status: DemoClient['status']): boolean =>
  clientIndex % ORDERED_EVERY === 1 && (status === 'IN_PROGRAMME' || status === 'PLACEABLE');

const kinds = { SHELTERED_INTERNAL: 34, SECONDMENT_INDIVIDUAL: 22, PROEFPLAATSING: 14, REGULAR_WITH_LKS: 20, REGULAR: 10 } as const;

export const clientPlacementKind = (municipality: string, placementNumber: number): DemoPlacement['kind'] =>
  randomOf(`placement kind ${municipality}`, placementNumber).weighted(kinds);
