import type { DossierObstacle } from './dossier.rules.ts';

export type NotReadyAnswer = { __typename: 'DossierNotReady'; obstacles: DossierObstacle[] };

export const notReady = (obstacles: DossierObstacle[]): NotReadyAnswer => ({ __typename: 'DossierNotReady', obstacles });
