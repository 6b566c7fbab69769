/** Names in the address of the places in the lists of an employer. */
export const AFTER = { vacancies: 'vacatures-na', proposals: 'voordrachten-na', placements: 'plaatsingen-na' } as const;
