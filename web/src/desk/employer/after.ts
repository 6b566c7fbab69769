import { municipalities } from '../../graph/municipalities.generated.ts';
import { texts } from '../../texts.ts';

/** Names in the address of the places in the lists of an employer. */
export const AFTER = { vacancies: 'vacatures-na', proposals: 'voordrachten-na', placements: 'plaatsingen-na' } as const;

/** Name of a municipality that takes part; of another its code, which is all that is known of it here. */
export const municipalityName = (code: string | null): string => municipalities.find((each) => each.code === code)?.name ?? code ?? texts.common.unknown;
