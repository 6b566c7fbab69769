import { municipalities } from '../graph/municipalities.generated.ts';
import { texts } from '../texts.ts';

/** Municipalities of Overijssel outside the four, by CBS code: where the other places of our employers mostly are. */
const neighbours: readonly { code: string; name: string }[] = [
  { code: '0147', name: 'Borne' },
  { code: '0148', name: 'Dalfsen' },
  { code: '0150', name: 'Deventer' },
  { code: '1774', name: 'Dinkelland' },
  { code: '0153', name: 'Enschede' },
  { code: '0158', name: 'Haaksbergen' },
  { code: '0160', name: 'Hardenberg' },
  { code: '0163', name: 'Hellendoorn' },
  { code: '0164', name: 'Hengelo' },
  { code: '1735', name: 'Hof van Twente' },
  { code: '0166', name: 'Kampen' },
  { code: '0168', name: 'Losser' },
  { code: '0173', name: 'Oldenzaal' },
  { code: '1773', name: 'Olst-Wijhe' },
  { code: '0175', name: 'Ommen' },
  { code: '0177', name: 'Raalte' },
  { code: '1742', name: 'Rijssen-Holten' },
  { code: '0180', name: 'Staphorst' },
  { code: '1708', name: 'Steenwijkerland' },
  { code: '1896', name: 'Zwartewaterland' },
  { code: '0193', name: 'Zwolle' },
];

/** Municipalities that the screens know by name. */
export const namedMunicipalities: readonly { code: string; name: string }[] = [...municipalities, ...neighbours];

/** Name of a municipality; of one further away its CBS code, which is all that is known of it here. */
export const municipalityName = (code: string | null): string => namedMunicipalities.find((each) => each.code === code)?.name ?? code ?? texts.common.unknown;
