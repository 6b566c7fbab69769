/** A code that the law gives, with the number of it in the statistics. */
interface StatutoryCode {
  readonly number: string;
  /** Dutch, as the law words it. */
  readonly text: string;
}

/** Whence the codes: the model of the Statistiek Wsw. */
export const statutorySource = 'Regeling uitvoering sociale werkvoorziening en begeleid werken 2015, bijlage (BWBR0023158)';

/** Kenmerk 27: why someone left. */
export const endReasons = {
  INSUFFICIENT_COOPERATION: { number: '1', text: 'Onvoldoende medewerking bevorderen arbeidsbekwaamheid of verkrijgen arbeid' },
  INSUFFICIENT_COOPERATION_REINDICATION: { number: '2', text: 'Onvoldoende medewerking aan herindicatie' },
  NO_LONGER_TARGET_GROUP: { number: '3', text: 'Betrokkene behoort niet langer tot de doelgroep' },
  OWN_REQUEST: { number: '4', text: 'Ontslag op eigen verzoek' },
  OTHER: { number: '5', text: 'Overige redenen' },
  END_OF_PROBATION: { number: '6', text: 'Aflopen proeftijd' },
  END_OF_FIXED_TERM: { number: '7', text: 'Aflopen overeenkomst voor bepaalde tijd' },
  DEATH_ILLNESS_OR_PENSION: { number: '8', text: 'Overlijden, twee jaar ziek, (vervroegd) pensioen' },
  UNKNOWN: { number: '9', text: 'Onbekend' },
} as const satisfies Record<string, StatutoryCode>;
export type EndReason = keyof typeof endReasons;

/** Kenmerk 28: where someone went. */
export const destinations = {
  REGULAR_WORK: { number: '01', text: 'Reguliere arbeid' },
  WSW_OTHER_MUNICIPALITY: { number: '02', text: 'Wsw-plaatsing andere gemeente of WGR-verband' },
  NO_WSW_PLACE: { number: '03', text: 'Geen Wsw-plaatsing' },
  PARTICIPATION_PROVISION: { number: '04', text: 'Participatievoorziening (gesubsidieerde arbeid, REA)' },
  AWBZ_PROVISION: { number: '05', text: 'AWBZ-voorziening' },
  SICKNESS_OR_DISABILITY_BENEFIT: { number: '06', text: 'Uitkering ziekte of arbeidsongeschiktheid' },
  PENSION: { number: '07', text: 'VUT of pensioen' },
  OTHER: { number: '08', text: 'Overige bestemmingen' },
  DEATH: { number: '09', text: 'Overlijden' },
  BENEFIT: { number: '10', text: 'Uitkering bijstand, IOAW, IOAZ of werkloosheid' },
  UNKNOWN: { number: '11', text: 'Onbekend' },
} as const satisfies Record<string, StatutoryCode>;
export type Destination = keyof typeof destinations;
