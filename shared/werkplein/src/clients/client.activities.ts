import { type Activity, municipalities, type RequestContext } from '@werkplein/kernel';
import { seesDisclosedOnly } from './client.policy.ts';

// What a Werkplein does with the data of a client. The texts and the addresses in the register are examples until the municipality gives its own.

const ownTask = 'AVG art. 6 lid 1 onder e; Participatiewet art. 7 lid 1 onder a';

const kinds = {
  'raadplegen-client': {
    name: 'Raadplegen van een cliënt',
    purpose: 'BEGELEIDING_NAAR_WERK',
    legalBasis: ownTask,
  },
  'verstrekken-client-nuo': {
    name: 'Verstrekken van cliëntgegevens aan de NUO',
    purpose: 'BEMIDDELING',
    legalBasis: 'AVG art. 6 lid 1 onder e; verstrekking door het Werkplein, vastgelegd per cliënt',
  },
  'verstrekken-kenmerk-nuo': {
    name: 'Verstrekken van een onomkeerbaar kenmerk van het burgerservicenummer aan de NUO, tegen dubbele plaatsing',
    purpose: 'BEMIDDELING',
    legalBasis:
      'AVG art. 6 lid 1 onder e; Wet algemene bepalingen burgerservicenummer art. 10 (gebruik door het college); het nummer zelf gaat niet naar de NUO',
  },
  'overdragen-client': {
    name: 'Overdragen van een cliënt aan het Werkplein van de gemeente waarheen die verhuist',
    purpose: 'BEGELEIDING_NAAR_WERK',
    legalBasis: 'AVG art. 6 lid 1 onder e; Participatiewet art. 40 (woonplaats) en art. 9a (ontheffing telt over gemeenten heen)',
  },
  'overnemen-client': {
    name: 'Overnemen van een cliënt van het Werkplein van een andere gemeente',
    purpose: 'BEGELEIDING_NAAR_WERK',
    legalBasis: 'AVG art. 6 lid 1 onder e; Participatiewet art. 7 lid 1 onder a en art. 40 (woonplaats)',
  },
  'inschrijven-client': { name: 'Inschrijven van een cliënt', purpose: 'BEGELEIDING_NAAR_WERK', legalBasis: ownTask },
  'wijzigen-client': {
    name: 'Wijzigen van gegevens van een cliënt',
    purpose: 'BEGELEIDING_NAAR_WERK',
    legalBasis: `${ownTask}; AVG art. 5 lid 1 onder d`,
  },
  'voeren-profiel': { name: 'Voeren van het profiel van een kandidaat', purpose: 'BEMIDDELING', legalBasis: ownTask },
  'matchen-kandidaat': { name: 'Matchen van een kandidaat', purpose: 'BEMIDDELING', legalBasis: ownTask },
  'verstrekken-profiel-nuo': {
    name: 'Verstrekken van een kandidaatprofiel zonder identiteit aan de NUO',
    purpose: 'BEMIDDELING',
    legalBasis: 'AVG art. 6 lid 1 onder e; verstrekking door het Werkplein, vastgelegd per profiel',
  },
  'verstrekken-profiel-vum': {
    name: 'Verstrekken van een kandidaatprofiel zonder identiteit aan partijen in de regio (VUM)',
    purpose: 'BEMIDDELING',
    legalBasis: 'AVG art. 6 lid 1 onder e; verstrekking door het Werkplein, vastgelegd per profiel',
  },
  'voeren-dossier': { name: 'Voeren van het dossier van een cliënt', purpose: 'BEGELEIDING_NAAR_WERK', legalBasis: ownTask },
  'bepalen-loonwaarde': {
    name: 'Bepalen van de loonwaarde van een cliënt',
    purpose: 'BEGELEIDING_NAAR_WERK',
    legalBasis: 'AVG art. 6 lid 1 onder e; Participatiewet art. 10d',
  },
  'nemen-besluit': {
    name: 'Nemen van een besluit over een cliënt',
    purpose: 'BEGELEIDING_NAAR_WERK',
    legalBasis: 'AVG art. 6 lid 1 onder e; Participatiewet art. 7 lid 1 en lid 4',
  },
  'leveren-srg': {
    name: 'Leveren van gegevens voor de Statistiek Re-integratie door Gemeenten aan het CBS',
    purpose: 'STATISTIEK',
    legalBasis: 'AVG art. 6 lid 1 onder c; Wet op het Centraal bureau voor de statistiek art. 33',
  },
  'inzage-betrokkene': {
    name: 'Verstrekken van alle gegevens aan de cliënt zelf',
    purpose: 'RECHTEN_BETROKKENE',
    legalBasis: 'AVG art. 6 lid 1 onder c en art. 15',
  },
  'wissen-client': {
    name: 'Wissen van gegevens van een cliënt',
    purpose: 'RECHTEN_BETROKKENE',
    legalBasis: 'AVG art. 6 lid 1 onder c, art. 5 lid 1 onder e en art. 17',
  },
  'inzien-verwerkingen-client': {
    name: 'Inzien wie een cliënt heeft geraadpleegd',
    purpose: 'VERANTWOORDING_TOEZICHT',
    legalBasis: 'AVG art. 5 lid 2 en art. 15',
  },
} as const satisfies Record<string, Pick<Activity, 'name' | 'purpose' | 'legalBasis'>>;

export type ClientActivity = keyof typeof kinds;

/** The activity as the register of this municipality names it. */
export const clientActivity = ({ home }: Pick<RequestContext, 'home'>, code: ClientActivity): Activity => {
  const host = municipalities.find((each) => each.code === home)?.field ?? home;
  return { ...kinds[code], code, uri: `https://register.${host}.invalid/verwerkingen/${code}`, subjectIdType: 'client-id' };
};

/** Showing a client: reading by the Werkplein itself, or providing to the NUO. */
export const showingClient = (ctx: RequestContext): Activity => clientActivity(ctx, seesDisclosedOnly(ctx) ? 'verstrekken-client-nuo' : 'raadplegen-client');

/** Showing a candidate, who is a person as well, though not named. */
export const showingCandidate = (ctx: RequestContext, shared: boolean): Activity =>
  clientActivity(ctx, shared ? 'verstrekken-profiel-nuo' : 'matchen-kandidaat');
