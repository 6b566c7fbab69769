import { createWerkplein, type WerkpleinModule } from '@werkplein/client-regie';
import { facts } from './municipality.ts';

export { facts };

/** The subgraph with its tables; opens nothing. */
export const werkplein = (): WerkpleinModule => createWerkplein(facts);
