import { randomOf } from './random.ts';
import type { DemoPlacement } from './placement.types.ts';

// Which clients are placed, known to the clients and to the placements without asking each other.

const EVERY = 6;

/** One in six clients is placed; a few of them outside the NUO, which then has no placement of them. */
export const isPlaced = (clientIndex: number): boolean => clientIndex % EVERY === 0;
export const placementNumberOf = (clientIndex: number): number => clientIndex / EVERY;
export const placedClientIndex = (placementNumber: number): number => placementNumber * EVERY;

const kinds = { SHELTERED_INTERNAL: 34, SECONDMENT_INDIVIDUAL: 22, PROEFPLAATSING: 14, REGULAR_WITH_LKS: 20, REGULAR: 10 } as const;

export const clientPlacementKind = (municipality: string, placementNumber: number): DemoPlacement['kind'] =>
  randomOf(`placement kind ${municipality}`, placementNumber).weighted(kinds);
