import { type Activity, municipalities, type RequestContext } from '@werkplein/kernel';
import { seesDisclosedOnly } from './client.policy.ts';

// What a Werkplein does with the data of a client. The texts and the addresses in the register are examples until the municipality gives its own.

const ownTask = 'AVG art. 6 lid 1 onder e; Participatiewet art. 7 lid 1 onder a';

const kinds = {
  'raadplegen-client': {
    name: 'Raadplegen van een cliënt',
    purpose: 'Begeleiding naar werk door het eigen Werkplein',
    legalBasis: ownTask,
  },
  'verstrekken-client-nuo': {
    name: 'Verstrekken van cliëntgegevens aan de NUO',
    purpose: 'Bemiddeling en begeleiding op de werkplek door de NUO',
    legalBasis: 'AVG art. 6 lid 1 onder e; verstrekking door het Werkplein, vastgelegd per cliënt',
  },
  'inschrijven-client': { name: 'Inschrijven van een cliënt', purpose: 'Begeleiding naar werk door het eigen Werkplein', legalBasis: ownTask },
  'wijzigen-client': {
    name: 'Wijzigen van gegevens van een cliënt',
    purpose: 'Juiste gegevens over de cliënt',
    legalBasis: `${ownTask}; AVG art. 5 lid 1 onder d`,
  },
  'voeren-dossier': { name: 'Voeren van het dossier van een cliënt', purpose: 'Begeleiding naar werk door het eigen Werkplein', legalBasis: ownTask },
  'inzage-betrokkene': {
    name: 'Verstrekken van alle gegevens aan de cliënt zelf',
    purpose: 'Recht van inzage van de cliënt',
    legalBasis: 'AVG art. 6 lid 1 onder c en art. 15',
  },
  'wissen-client': {
    name: 'Wissen van gegevens van een cliënt',
    purpose: 'Recht op wissing en opslagbeperking',
    legalBasis: 'AVG art. 6 lid 1 onder c, art. 5 lid 1 onder e en art. 17',
  },
  'inzien-verwerkingen-client': {
    name: 'Inzien wie een cliënt heeft geraadpleegd',
    purpose: 'Verantwoording aan de cliënt en toezicht',
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
