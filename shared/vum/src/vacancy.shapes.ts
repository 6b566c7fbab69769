import { commonShapes, competenceLists, education, patterns } from './common.shapes.ts';
import { day, like, list, object, oneOf, shape, type Shapes, text, union, variantOf, whole } from './shape.ts';

const addressShapes: Shapes = {
  Adres: union('AdresNederland', 'AdresBuitenland'),
  AdresNederland: variantOf('Adres', { adresNederland: shape('AdresNederlandImpl') }),
  AdresBuitenland: variantOf('Adres', { adresBuitenland: shape('AdresBuitenlandImpl') }),
  AdresNederlandImpl: object({
    codeGemeente: text(4),
    district: text(24),
    gemeentedeel: text(24),
    gemeentenaam: text(40),
    identificatiecodeNummeraanduiding: text(16),
    identificatiecodeVerblijfplaats: text(16),
    locatieomschrijving: text(70),
    postcode: like(patterns.publishedPostcode),
    woonplaatsnaam: text(80),
    adresDetails: shape('AdresDetailsNederland'),
  }),
  AdresBuitenlandImpl: object({
    landencodeIso: text(2),
    landsnaam: text(40),
    locatieomschrijvingBuitenland: text(70),
    postcodeBuitenland: text(9),
    regionaamBuitenland: text(24),
    woonplaatsnaamBuitenland: text(40),
    adresDetailsBuitenland: shape('AdresDetailsBuitenland'),
  }),
  AdresDetailsNederland: union('Straatadres', 'Postbusadres', 'Antwoordnummeradres'),
  Straatadres: variantOf('AdresDetailsNederland', { straatadres: shape('StraatadresImpl') }),
  Postbusadres: variantOf('AdresDetailsNederland', { postbusadres: object({ postbusnummer: whole(0, 99_999) }) }),
  Antwoordnummeradres: variantOf('AdresDetailsNederland', { antwoordnummeradres: object({ antwoordnummer: whole(0, 99_999) }) }),
  StraatadresImpl: object({
    aanduidingBijHuisnummer: text(2),
    huisletter: text(1),
    huisnummer: whole(0, 99_999),
    huisnummertoevoeging: text(6),
    naamOpenbareRuimte: text(80),
    straatnaam: text(24),
    woonbootverwijzing: text(2),
    woonwagenverwijzing: text(2),
  }),
  AdresDetailsBuitenland: union('StraatadresBuitenland', 'PostbusadresBuitenland'),
  StraatadresBuitenland: variantOf('AdresDetailsBuitenland', {
    straatadresbuitenland: object({ huisnummerBuitenland: text(9), straatnaamBuitenland: text(24) }),
  }),
  PostbusadresBuitenland: variantOf('AdresDetailsBuitenland', { postbusadresbuitenland: object({ postbusnummerBuitenland: text(9) }) }),
  AdresHouding: object({ codeFunctieAdres: text(1), datumAanvangAdres: day, datumEindeAdres: day, adres: shape('Adres') }),
};

const sollicitatiewijze = { codeSollicitatiewijze: oneOf('1', '2', '3', '4') };
const arbeidsVoorwaarden = { datumAanvangWerkzaamheden: day, datumEindeWerkzaamheden: day, salarisIndicatie: text(100) };
const asked: Shapes = {
  idVacature: text(200),
  codeWerkEnDenkniveauMinimaal: oneOf('0', '1', '2', '3', '4', '5', '6', '7'),
  indicatieLdrRegistratie: whole(1, 2),
  sluitingsDatumVacature: day,
  sector: shape('SectorBeroepsEnBedrijfsleven'),
  contractvorm: list(shape('Contractvorm')),
  beroep: shape('Beroepsnaam'),
  werkervaring: list(object({ aantalJarenWerkzaamInBeroep: whole(0, 99) })),
  rijbewijs: list(shape('Rijbewijs')),
  vervoermiddel: list(shape('Vervoermiddel')),
  flexibiliteit: shape('Flexibiliteit'),
  werktijden: shape('Werktijden'),
  cursus: list(object({ naamCursus: text(120) })),
  opleiding: list(object(education)),
  ...competenceLists,
};

/** The shapes of vacancies as published. Those whose name starts with MP (matchingsprofiel) are of the first step: they name nobody. */
export const vacancyShapes: Shapes = {
  ...commonShapes,
  ...addressShapes,
  Webadres: object({ codeWebadres: { type: 'integer' }, url: like(patterns.url) }),
  ContactpersoonAfdeling: object({
    naamContactpersoonAfdeling: text(35),
    telefoonnummer: list(like(patterns.phone)),
    emailadres: list(like(patterns.publishedEmail)),
  }),
  Werkgever: object({
    handelsnaamOrganisatie: text(500),
    webadres: list(shape('Webadres')),
    adresHouding: list(shape('AdresHouding')),
    contactpersoon: list(shape('ContactpersoonAfdeling')),
    sector: list(shape('SectorBeroepsEnBedrijfsleven')),
  }),
  // Its address can only be one abroad: a Dutch address with the sector would name the employer.
  MPWerkgever: object({
    adresHouding: list(object({ codeFunctieAdres: text(1), adres: object({ adresBuitenland: object({ landencodeIso: text(2) }) }) })),
    sector: list(shape('SectorBeroepsEnBedrijfsleven')),
  }),
  Vacature: object({
    ...asked,
    naamVacature: text(120),
    nummerVacature: text(11),
    omschrijvingVacature: text(2000),
    sollicitatiewijze: list(object({ ...sollicitatiewijze, webadres: shape('Webadres') })),
    werkgever: shape('Werkgever'),
    arbeidsVoorwaarden: object({ ...arbeidsVoorwaarden, omschrijvingArbeidsvoorwaarden: text(2000) }),
  }),
  MPVacature: object({
    ...asked,
    sollicitatiewijze: list(object(sollicitatiewijze)),
    werkgever: shape('MPWerkgever'),
    arbeidsVoorwaarden: object(arbeidsVoorwaarden),
  }),
};
