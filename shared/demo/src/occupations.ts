import type { SectorName } from './sectors.ts';

/** Work that people of the brede doelgroep do, by sector. Texts only: the demo claims no codes of the BO&C register. */
export const occupations: Record<SectorName, readonly string[]> = {
  industry: ['Productiemedewerker', 'Medewerker montage', 'Inpakker', 'Medewerker metaalbewerking'],
  construction: ['Hulpkracht bouw', 'Assistent installatietechniek', 'Hulp schilder'],
  retail: ['Vakkenvuller', 'Medewerker winkel', 'Medewerker tuincentrum'],
  transport: ['Orderpicker', 'Medewerker magazijn', 'Bijrijder'],
  care: ['Medewerker linnenkamer', 'Assistent woonzorg', 'Medewerker huishouding'],
  hospitality: ['Medewerker spoelkeuken', 'Medewerker bediening', 'Hulp in de keuken'],
  horticulture: ['Medewerker groenvoorziening', 'Medewerker kwekerij', 'Hulp hovenier'],
  services: ['Schoonmaker', 'Medewerker facilitair', 'Medewerker wasserij'],
  automotive: ['Assistent monteur', 'Autopoetser', 'Medewerker bandenservice'],
};
