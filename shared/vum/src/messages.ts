// The parts of messages that the adapters read and write. Any field may be absent: the standard requires nothing but the id of a jobseeker.

export interface Beroepsnaam {
  codeBeroepsnaam?: string;
  omschrijvingBeroepsnaam?: string;
  naamBeroepOngecodeerd?: string;
}
export interface Straatadres {
  naamOpenbareRuimte?: string;
  straatnaam?: string;
  huisnummer?: number;
  huisletter?: string;
  huisnummertoevoeging?: string;
}
export interface AdresNederland {
  codeGemeente?: string;
  postcode?: string;
  woonplaatsnaam?: string;
  adresDetails?: { straatadres?: Straatadres };
}
export interface AdresHouding {
  codeFunctieAdres?: string;
  adres?: { adresNederland?: AdresNederland };
}
export interface Sector {
  codeSbi?: number | string;
}
export interface Werkgever {
  handelsnaamOrganisatie?: string;
  webadres?: { codeWebadres?: number; url?: string }[];
  adresHouding?: AdresHouding[];
  contactpersoon?: { naamContactpersoonAfdeling?: string; telefoonnummer?: string[]; emailadres?: string[] }[];
  sector?: Sector[];
}
export interface Werktijden {
  aantalWerkurenPerWeekMinimaal?: number;
  aantalWerkurenPerWeekMaximaal?: number;
}
interface Gevraagd {
  idVacature?: string;
  codeWerkEnDenkniveauMinimaal?: string;
  indicatieLdrRegistratie?: number;
  sluitingsDatumVacature?: string;
  sector?: Sector;
  arbeidsVoorwaarden?: { datumAanvangWerkzaamheden?: string; salarisIndicatie?: string };
  contractvorm?: { codeTypeOvereenkomst?: string; codeTypeArbeidscontract?: string }[];
  beroep?: Beroepsnaam;
  rijbewijs?: { codeSoortRijbewijs?: string }[];
  werktijden?: Werktijden;
}
export interface Vacature extends Gevraagd {
  naamVacature?: string;
  omschrijvingVacature?: string;
  werkgever?: Werkgever;
}
export interface MPVacature extends Gevraagd {
  werkgever?: { sector?: Sector[] };
}
export interface MPWerkzoekende {
  idWerkzoekende?: string;
  indicatieLdrRegistratie?: number;
  indicatieBeschikbaarheidContactgegevens?: number;
  mobiliteit?: { bemiddelingspostcode?: string; maximaleReisafstand?: number };
  flexibiliteit?: { codeRegiostraal?: number; datumAanvangBeschikbaarVoorWerk?: string };
  werktijden?: Werktijden;
  arbeidsmarktkwalificatie?: { codeWerkEnDenkniveauWerkzoekende?: number; rijbewijs?: { codeSoortRijbewijs?: string }[] };
  bemiddelingsberoep?: Beroepsnaam[];
}
export interface Werkzoekende extends MPWerkzoekende {
  eisAanWerk?: { indicatieAanpassingWerkomgeving?: number; indicatieBegeleiding?: number };
  contactpersoon?: { naamContactpersoonAfdeling?: string; telefoonnummer?: string; emailadres?: string }[];
}
