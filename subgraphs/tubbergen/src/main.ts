import { runWerkplein } from '@werkplein/client-regie';
import { facts } from './municipality.ts';

await runWerkplein(facts);
