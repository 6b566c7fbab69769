import { day, like, list, object, oneOf, shape, type Shapes, text, union, variantOf, whole } from './shape.ts';

// Facts of UM-Gemeente-Vacatures 0.8.2 and UM-Gemeente-WerkzoekendenProfielen 0.8.7 (VNG-Realisatie/UM-Pilot, EUPL-1.2), as published: with their defects.

export const patterns = {
  /** The `/i` is part of the published text, so that it asks for the letters "/i" after the end. */
  publishedPostcode: '^[1-9][0-9]{3}(?!sa|sd|ss)[a-z]{2}$/i',
  postcode: '^[1-9][0-9]{3}(?![sS][aAdDsS])[A-Za-z]{2}$',
  phone: '^(0|(\\+|00)31)(([1-9]([0-9]){8})|(6-?[1-9]([0-9]){7})|([1-57-9]\\d-?[1-9]([0-9]){6})|([1-57-9]\\d{2}-?[1-9]([0-9]){5}))$',
  /** Without an end: a text of only "@" costs the square of its length. */
  publishedEmail: '^\\S+@\\S+\\.\\S+$',
  email: '^(?=\\S{1,254}$)\\S+@\\S+\\.\\S+$',
  url: '^((?:https?:\\/\\/)?[^./]+(?:\\.[^./]+)+(?:\\/.*)?)$',
  language: '^[a-z]{3}$',
  country: '^[A-Z]{2}$',
} as const;

export const licenceCodes = ['A', 'A1', 'A2', 'AM', 'B', 'B+', 'C1', 'C', 'D1', 'D', 'BE', 'C1E', 'CE', 'D1E', 'DE', 'T'] as const;
/** 24100 to 24126, without 24103 and 24117. */
const competences = Array.from({ length: 27 }, (_, i) => 24_100 + i).filter((code) => code !== 24_103 && code !== 24_117);
const indication = whole(0, 2);
const languageLevel = oneOf(0, 1, 2, 3, 4, 8);
export const competenceLists: Shapes = {
  gedragscompetentie: list(shape('Gedragscompetentie')),
  vakvaardigheid: list(shape('Vakvaardigheid')),
  taalbeheersing: list(shape('Taalbeheersing')),
};
export const education: Shapes = {
  codeNiveauOpleiding: oneOf(1, 2, 3, 4, 5, 6, 9),
  indicatieDiploma: oneOf(0, 1, 2, 8),
  opleidingsnaam: shape('Opleidingsnaam'),
};

/** Shapes that the two publications have alike. */
export const commonShapes: Shapes = {
  Beroepsnaam: union('BeroepsnaamGecodeerd', 'BeroepsnaamOngecodeerd'),
  BeroepsnaamGecodeerd: variantOf('Beroepsnaam', { codeBeroepsnaam: text(10), omschrijvingBeroepsnaam: text(120) }),
  BeroepsnaamOngecodeerd: variantOf('Beroepsnaam', { naamBeroepOngecodeerd: text(120) }),
  Opleidingsnaam: union('OpleidingsnaamGecodeerd', 'OpleidingsnaamOngecodeerd'),
  OpleidingsnaamGecodeerd: variantOf('Opleidingsnaam', { codeOpleidingsnaam: whole(0, 9_999_999_999), omschrijvingOpleidingsnaam: text(120) }),
  OpleidingsnaamOngecodeerd: variantOf('Opleidingsnaam', { naamOpleidingOngecodeerd: text(120), omschrijvingOpleiding: text(2000) }),
  Contractvorm: object({ codeTypeArbeidscontract: oneOf('B', 'O'), codeTypeOvereenkomst: oneOf('01', '02', '03', '04') }),
  Flexibiliteit: object({
    codeRegiostraal: whole(0, 9),
    indicatieOnregelmatigWerkOfPloegendienst: indication,
    datumAanvangBeschikbaarVoorWerk: day,
    datumEindeBeschikbaarVoorWerk: day,
  }),
  Gedragscompetentie: object({
    codeGedragscompetentie: oneOf(...competences),
    omschrijvingGedragscompetentie: text(120),
    codeBeheersingGedragscompetentie: oneOf(1, 2, 3, 4, 5, 9),
  }),
  Rijbewijs: object({ codeSoortRijbewijs: oneOf(...licenceCodes) }),
  SectorBeroepsEnBedrijfsleven: object({ codeSbi: whole(0, 99_999) }),
  Taalbeheersing: object({
    codeTaal: like(patterns.language, 3),
    codeNiveauTaalbeheersingMondeling: languageLevel,
    codeNiveauTaalbeheersingSchriftelijk: languageLevel,
    codeNiveauTaalbeheersingLezen: languageLevel,
    codeNiveauTaalbeheersingLuisteren: languageLevel,
  }),
  Vakvaardigheid: object({ omschrijving: text(120) }),
  Vervoermiddel: object({
    indicatieBeschikbaarVoorUitvoeringWerk: indication,
    indicatieBeschikbaarVoorWoonWerkverkeer: indication,
    codeVervoermiddel: oneOf(1, 2, 3, 4, 5, 9),
  }),
  Werktijden: object({ aantalWerkurenPerWeekMinimaal: whole(0, 99), aantalWerkurenPerWeekMaximaal: whole(0, 99), indicatieKantoortijden: indication }),
};
