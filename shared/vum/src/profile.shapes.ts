import { commonShapes, competenceLists, education, patterns } from './common.shapes.ts';
import { day, like, list, object, shape, type Shapes, text, whole } from './shape.ts';

const indication = whole(0, 2);
const period = (of: string): Shapes => ({ [`datumAanvangVolgen${of}`]: day, [`datumEindeVolgen${of}`]: day });
const institute = { naamOpleidingsinstituut: text(500) };
const qualification: Shapes = {
  codeWerkEnDenkniveauWerkzoekende: whole(0, 7),
  ...competenceLists,
  rijbewijs: list(shape('Rijbewijs')),
};
const offered: Shapes = {
  idWerkzoekende: text(200),
  indicatieLdrRegistratie: whole(1, 2),
  indicatieBeschikbaarheidContactgegevens: whole(1, 2),
  voorkeursland: list(object({ landencodeIso: like(patterns.country, 2) })),
  vervoermiddel: list(shape('Vervoermiddel')),
  mobiliteit: object({ bemiddelingspostcode: like(patterns.publishedPostcode), maximaleReisafstand: whole(0, 999), maximaleReistijd: whole(0, 999) }),
  flexibiliteit: shape('Flexibiliteit'),
  werktijden: shape('Werktijden'),
  contractvorm: list(shape('Contractvorm')),
  sector: list(shape('SectorBeroepsEnBedrijfsleven')),
  bemiddelingsberoep: list(shape('Beroepsnaam')),
};

/** The shapes of jobseekers as published. What a person needs at work, and how to reach anybody, is only in the second step. */
export const profileShapes: Shapes = {
  ...commonShapes,
  // One phone and one address here, lists of them in the publication about vacancies.
  ContactpersoonAfdeling: object({ naamContactpersoonAfdeling: text(35), telefoonnummer: like(patterns.phone), emailadres: like(patterns.publishedEmail) }),
  Werkzoekende: object(
    {
      ...offered,
      persoonlijkePresentatie: text(2000),
      eisAanWerk: object({ indicatieAanpassingWerkomgeving: indication, indicatieBegeleiding: indication, indicatieWerkvariatie: indication }),
      arbeidsmarktkwalificatie: object({
        ...qualification,
        interesse: list(object({ naamInteresse: text(120) })),
        cursus: list(object({ naamCursus: text(120), datumCertificaat: day, ...period('Cursus'), ...institute })),
        opleiding: list(object({ ...education, datumDiploma: day, ...period('Opleiding'), codeStatusOpleiding: whole(0, 3), ...institute })),
        werkervaring: list(
          object({
            datumAanvangWerkzaamheden: day,
            datumEindeWerkzaamheden: day,
            naamOrganisatie: text(70),
            beroep: shape('Beroepsnaam'),
            toelichtingWerkervaring: text(2000),
          }),
        ),
      }),
      emailadres: list(like(patterns.publishedEmail)),
      webadres: list(object({ codeWebadres: whole(1, 2), url: like(patterns.url) })),
      telefoonnummer: list(like(patterns.phone)),
      contactpersoon: list(shape('ContactpersoonAfdeling')),
    },
    ['idWerkzoekende'],
  ),
  MPWerkzoekende: object({ ...offered, arbeidsmarktkwalificatie: object(qualification) }),
};
