import type { Grantee } from '../access/index.ts';
import { NUO } from '../municipalities/index.ts';
import type { Principal } from '../identity/principal.ts';

/** Why personal data may be processed (doelbinding, AVG art. 5 lid 1 onder b). The texts and bases are examples until the privacy officers confirm them. */
export interface Purpose {
  readonly code: string;
  readonly text: string;
  readonly legalBasis: string;
  /** Roles that may state it. */
  readonly grantees: readonly Grantee[];
}

const regie: readonly Grantee[] = ['werkplein.klantregisseur', 'werkplein.kwaliteitsmedewerker'];
const uitvoering: readonly Grantee[] = ['nuo.trajectbegeleider', 'nuo.jobcoach', 'nuo.detacheringsconsulent', 'nuo.werkleider'];
const officers: readonly Grantee[] = ['nuo.privacyofficer', 'werkplein.privacyofficer'];
const publicTask = 'AVG art. 6 lid 1 onder e';

export const purposes = [
  {
    code: 'BEGELEIDING_NAAR_WERK',
    text: 'Begeleiding naar werk door het eigen Werkplein',
    legalBasis: `${publicTask}; Participatiewet art. 7 lid 1 onder a`,
    grantees: regie,
  },
  {
    code: 'BESLUITVORMING',
    text: 'Besluiten over rechten, plichten en ondersteuning van een cliënt',
    legalBasis: `${publicTask}; Participatiewet art. 7 lid 4: alleen het college`,
    grantees: regie,
  },
  {
    code: 'BEMIDDELING',
    text: 'Bemiddeling en begeleiding op de werkplek door de NUO',
    legalBasis: `${publicTask}; Participatiewet art. 7 lid 4: uitvoering door derden`,
    grantees: [...uitvoering, ...regie],
  },
  {
    code: 'WERKGEVERSDIENSTVERLENING',
    text: 'Dienstverlening aan werkgevers door de vijf organisaties samen',
    legalBasis: `${publicTask}; Wet SUWI art. 10`,
    grantees: [...uitvoering, ...regie, 'nuo.accountmanager', 'nuo.coordinator', 'werkplein.accountmanager'],
  },
  {
    code: 'UITVOERING_WSW',
    text: 'Uitvoering van de Wet sociale werkvoorziening',
    legalBasis: `${publicTask}; Wsw art. 2 lid 2 en art. 15`,
    grantees: [...uitvoering, ...regie],
  },
  {
    code: 'VERANTWOORDING_TOEZICHT',
    text: 'Verantwoording en toezicht op de verwerking van persoonsgegevens',
    legalBasis: 'AVG art. 5 lid 2, art. 24 en art. 39',
    grantees: [...officers, 'werkplein.kwaliteitsmedewerker', 'nuo.rapporteur', 'werkplein.rapporteur'],
  },
  {
    code: 'STATISTIEK',
    text: 'Statistiek die de wet van de gemeente vraagt',
    legalBasis: 'AVG art. 6 lid 1 onder c; Wet op het Centraal bureau voor de statistiek art. 33',
    grantees: ['werkplein.kwaliteitsmedewerker', 'werkplein.functioneelbeheerder'],
  },
  {
    code: 'RECHTEN_BETROKKENE',
    text: 'Een verzoek van de betrokkene over de eigen gegevens behandelen',
    legalBasis: 'AVG art. 6 lid 1 onder c; AVG art. 12 en art. 15 tot en met 22',
    grantees: [...officers, ...regie],
  },
  {
    code: 'BEHEER',
    text: 'Beheer en beveiliging van het systeem',
    legalBasis: `${publicTask}; AVG art. 32`,
    grantees: ['nuo.functioneelbeheerder', 'werkplein.functioneelbeheerder', 'nuo.coordinator'],
  },
] as const satisfies readonly Purpose[];

export type PurposeCode = (typeof purposes)[number]['code'];
export const purposeCodes = purposes.map(({ code }) => code) as [PurposeCode, ...PurposeCode[]];

/** The purposes that one of the principal's roles may state. */
export const purposesOf = ({ organisation, roles }: Principal): PurposeCode[] => {
  const kind = organisation === NUO ? 'nuo' : 'werkplein';
  return purposes.filter(({ grantees }) => roles.some((role) => (grantees as readonly Grantee[]).includes(`${kind}.${role}`))).map(({ code }) => code);
};

/** Purposes in words, of codes with spaces between them. */
export const purposeText = (codes: string): string =>
  codes
    .split(' ')
    .map((code) => purposes.find((purpose) => purpose.code === code)?.text ?? code)
    .join('; ');
