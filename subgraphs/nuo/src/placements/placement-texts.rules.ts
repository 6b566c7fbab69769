/** What a placement keeps to, in Dutch for who would break it. */
export const placementRules = {
  ONE_A_DAY: 'Iemand heeft op een dag één plaatsing, of twee reguliere banen in deeltijd naast elkaar.',
  HOURS: 'De uren van alle plaatsingen van iemand samen zijn niet meer dan het maximum per week.',
  PAID_WORK_BEFORE: 'Wie kort voor een proefplaatsing bij deze werkgever in betaald dienstverband was, kan daar niet op proef.',
  ORDER_NOT_IN_PROGRESS: 'Voor deze deelnemer is een opdracht nodig die in uitvoering is.',
  ORDER_OVER: 'De opdracht is voorbij: hieronder begint niets meer.',
  EMPLOYER_NOT_AVAILABLE: 'Bij deze werkgever wordt niet geplaatst: die is geblokkeerd of opgeheven.',
  PROPOSAL_CLOSED: 'Deze voordracht is afgewezen of ingetrokken, of heeft al een plaatsing.',
  VACANCY_NOT_OPEN: 'De vacature is niet open, of alle plaatsen zijn vervuld.',
  TERM_EXCEEDED: 'Zo lang mag deze soort plaatsing niet duren.',
  EXTENSION_NEEDS_DECISION: 'Verlengen over de eerste termijn heen vraagt een besluit van de gemeente.',
  START_BEFORE_AGREEMENT: 'Een plaatsing die een besluit vraagt, begint niet voor de dag van het akkoord.',
  NOT_STARTED_YET: 'De plaatsing begint op of na haar eerste dag, niet ervoor.',
  NO_SECONDMENT: 'Een groepsdetachering begint onder een overeenkomst die loopt.',
  WORKPLACE_FULL: 'De werkplek heeft op die dag niet genoeg uren vrij, of is er dan niet.',
  WORKPLACE_OF_OTHER_KIND: 'Alleen beschut werk binnen en werken op locatie hebben een werkplek, en elk een eigen soort.',
  WORKPLACE_OF_OTHER_EMPLOYER: 'Deze werkplek is van een groep bij een andere inlener.',
  WORKPLACE_LACKS_ADAPTATIONS: 'Deze werkplek biedt niet alle aanpassingen die deze medewerker nodig heeft.',
  NO_END_REQUESTED: 'Niemand heeft om beëindiging gevraagd.',
} as const;
export type PlacementRule = keyof typeof placementRules;
