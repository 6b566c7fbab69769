// Everything that users read, in Dutch at B1 level; the names of fields and states follow docs/glossary.md.

import { desk } from './texts/desk.ts';
import { werkpleinTexts } from './texts/werkplein.ts';
import { agreements } from './texts/agreements.ts';
import { beheer } from './texts/beheer.ts';
import { figures } from './texts/figures.ts';
import { flows } from './texts/flows.ts';
import { reports } from './texts/reports.ts';
import { steering } from './texts/steering.ts';
import { placements } from './texts/placements.ts';
import { uitvoering } from './texts/uitvoering.ts';
import { learning, months, participants, workplaces } from './texts/workplaces.ts';

export const texts = {
  product: 'Werkplein Graph',
  common: {
    waiting: 'Bezig met laden …',
    busy: 'Bezig …',
    again: 'Probeer opnieuw',
    save: 'Opslaan',
    cancel: 'Annuleren',
    close: 'Sluiten',
    back: 'Terug',
    search: 'Zoeken',
    none: 'Geen',
    unknown: 'Onbekend',
    notShown: 'Niet zichtbaar voor u',
    optional: '(niet verplicht)',
    yes: 'Ja',
    no: 'Nee',
    choose: 'Kies …',
    next: 'Volgende pagina',
    first: 'Eerste pagina',
    pages: 'Pagina’s',
    skip: 'Naar de inhoud',
    print: 'Afdrukken',
    download: 'Downloaden (CSV)',
    inputError: 'Invoerfout',
    fixErrors: 'Verbeter de fouten voor u verder gaat',
    inputErrors: { singular: 'invoerfout', plural: 'invoerfouten' },
  },
  problem: {
    heading: 'Dit is niet gelukt',
    badInput: 'De invoer klopt niet. Er is niets opgeslagen. Verbeter de velden hieronder.',
    unreachable: 'Er is geen verbinding. Controleer uw netwerk en probeer het opnieuw. Wat u hebt ingevuld blijft staan.',
    reference: (number: string) => `Foutnummer voor de servicedesk: ${number}`,
    /** What to do, by the code of an error. */
    todo: {
      FORBIDDEN: 'Vraag uw functioneel beheerder welke rol dit mag.',
      VERSION_CONFLICT: 'Laad de pagina opnieuw en herhaal uw wijziging.',
      RATE_LIMITED: 'Wacht even en probeer het opnieuw.',
      SUBGRAPH_UNAVAILABLE: 'Probeer het later opnieuw.',
      PROCESSING_LOG_UNAVAILABLE: 'Probeer het later opnieuw. Blijft het zo? Meld het bij de servicedesk.',
      UNAVAILABLE: 'Probeer het over enkele seconden opnieuw.',
      UNKNOWN_DOCUMENT: 'Laad de pagina opnieuw: er is een nieuwe versie.',
    } as Record<string, string>,
    absentHeading: (names: string) => `${names} antwoordt nu niet`,
    absent: (names: string) => `Gegevens van ${names} ontbreken op deze pagina. De rest is volledig. Probeer het later opnieuw.`,
    notFoundHeading: 'Deze pagina bestaat niet',
    notFound: 'Het adres klopt niet, of u mag dit niet zien. Controleer het adres of begin opnieuw.',
    toStart: 'Naar de eerste pagina',
    brokenHeading: 'Er ging iets mis op deze pagina',
    broken: 'Laad de pagina opnieuw. Gebeurt het weer? Meld het bij de servicedesk.',
    reload: 'Laad de pagina opnieuw',
  },
  session: {
    heading: 'Aanmelden',
    intro: 'Meld u aan met het account van uw organisatie.',
    signIn: 'Aanmelden',
    signInWith: (name: string) => `Aanmelden bij ${name}`,
    failed: 'Het aanmelden is niet gelukt. Probeer het opnieuw.',
    signOut: 'Afmelden',
    signedInAs: (name: string, organisation: string) => `${name}, ${organisation}`,
    endedHeading: 'U bent afgemeld',
    ended: 'U hebt een tijd niets gedaan, daarom bent u afgemeld. Meld u opnieuw aan. Wat u hebt ingevuld blijft staan.',
    endedAction: 'Opnieuw aanmelden',
    done: 'U bent weer aangemeld. U kunt dit venster sluiten.',
  },
  menu: {
    label: 'Hoofdmenu',
    open: 'Menu',
    today: 'Vandaag',
    employers: 'Werkgevers',
    map: 'Kaart',
    duplicates: 'Dubbelingen',
    handOver: 'Overdragen',
    clients: 'Cliënten',
    deadlines: 'Termijnen',
    waiting: 'Wacht op u',
    transfers: 'Verhuizingen',
    orders: 'Opdrachten',
    placements: 'Plaatsingen',
    workplaces: 'Werkplekken',
    learning: 'Leerwerklijnen',
    months: 'Maandafsluiting',
    dashboard: 'Sturing',
    reports: 'Kwartaalrapporten',
  },
  desk,
  werkplein: werkpleinTexts,
  steering,
  figures,
  flows,
  agreements,
  reports,
  beheer,
  uitvoering,
  placements,
  workplaces,
  learning,
  participants,
  months,
};
