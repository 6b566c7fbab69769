import { NUO } from '@werkplein/kernel';
import { dayNumber, dayOf, workingDay } from './days.ts';
import { accountManagerCount, demoEmployee } from './employees.ts';
import { contactPersonCount, demoContactPersonId, demoEmployerId, popularAmong } from './employers.ts';
import { demoId } from './ids.ts';
import { type Random, randomOf } from './random.ts';
import { demoSizes } from './sizes.ts';
import type { DemoContactMoment } from './types.ts';

const FIRST_DAY = dayNumber('2023-11-01');
const LAST_DAY = dayNumber('2026-10-30');

const organisations = { [NUO]: 45, '0141': 25, '1700': 13, '0183': 7, '0189': 10 };
const channels = { VISIT: 28, PHONE: 34, EMAIL: 18, VIDEO_CALL: 8, EVENT: 6, LETTER: 1, WEB_FORM: 3, CHAT: 2 } as const;

const topics: [subject: string, report: string][] = [
  ['Kennismaking', 'Kennisgemaakt met het bedrijf en verteld wat het Werkplein en de NUO kunnen betekenen. Belangstelling voor detachering.'],
  ['Vacature besproken', 'Functie-eisen en werktijden doorgenomen. Het bedrijf staat open voor kandidaten uit de doelgroep banenafspraak.'],
  ['Werkplek bekeken', 'Rondleiding gehad. De werkplek is geschikt na een kleine aanpassing; begeleiding op de vloer is aanwezig.'],
  ['Proefplaatsing afgestemd', 'Afspraken gemaakt over duur, begeleiding en het moment waarop we samen terugkijken.'],
  ['Nazorg', 'De plaatsing verloopt naar wens. Over drie maanden opnieuw contact.'],
  ['Loonkostensubsidie uitgelegd', 'Uitgelegd hoe de loonwaarde wordt bepaald en wie de aanvraag doet.'],
  ['Groepsdetachering', 'Gesproken over extra capaciteit in het hoogseizoen. Offerte volgt.'],
  ['Relatiegesprek', 'Jaarlijks gesprek. Het bedrijf wil de samenwerking voortzetten.'],
  ['Social return', 'Doorgenomen hoe de verplichting uit het bestek ingevuld kan worden met leerwerkplekken.'],
];

const employerFor = (random: Random, employers: number): number => random.int(0, (random.chance(0.3) ? popularAmong(employers) : employers) - 1);

/** Office hours in Amsterdam, summer and winter. */
const instantOf = (random: Random): string => {
  const time = (value: number): string => String(value).padStart(2, '0');
  return `${dayOf(workingDay(random.int(FIRST_DAY, LAST_DAY)))}T${time(random.int(8, 14))}:${time(random.int(0, 59))}:00.000Z`;
};

const demoContactMoment = (index: number, employers: number): DemoContactMoment => {
  const random = randomOf('contact moment', index);
  const employer = employerFor(random, employers);
  const organisation = random.weighted(organisations);
  const [subject, report] = random.pick(topics);
  const direction = random.chance(0.78) ? 'OUTGOING' : 'INCOMING';
  return {
    id: demoId(NUO, 'contact moment', index),
    employerId: demoEmployerId(employer),
    contactPersonId: demoContactPersonId(employer, random.int(0, contactPersonCount(employer) - 1)),
    occurredAt: instantOf(random),
    channel: random.weighted(channels),
    direction,
    steering: direction === 'INCOMING' || random.chance(0.35) ? 'VRAAGGESTUURD' : 'AANBODGESTUURD',
    subject,
    report,
    succeeded: random.chance(0.1) ? null : random.chance(0.75),
    employee: { ...demoEmployee(organisation, 'accountmanager', random.int(0, accountManagerCount(organisation) - 1)), organisation },
  };
};

/** Contact of five organisations over three years, one at a time; not in order of time. */
export function* demoContactMoments(scale: number): Generator<DemoContactMoment> {
  const { contactMoments, employers } = demoSizes(scale);
  for (let index = 0; index < contactMoments; index += 1) yield demoContactMoment(index, employers);
}
