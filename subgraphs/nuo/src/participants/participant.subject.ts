import { municipalities, organisationName, type ReadTx, type Recipient, type SubjectTable, type WriteTx } from '@werkplein/kernel';
import { In } from 'typeorm';
import { Person } from '../persons/person.entity.ts';
import { ServiceOrder } from '../orders/service-order.entity.ts';
import { placementsOver } from '../placements/placement.subject.ts';
import { personnelFile } from '../sheltered-work/employment.subject.ts';
import { commissionerName } from './commissioner.rules.ts';
import { Participant } from './participant.entity.ts';

/** The person goes with the last participant who is that person, and with it the token. */
const forgetPersons = async ({ em }: WriteTx, ids: readonly string[]): Promise<void> => {
  const going = await em.findBy(Participant, { id: In([...ids]) });
  const personIds = [...new Set(going.flatMap(({ personId }) => personId ?? []))];
  await em.update(Participant, { id: In([...ids]) }, { personId: null });
  const left = new Set((await em.findBy(Participant, { personId: In(personIds) })).map(({ personId }) => personId));
  await em.delete(Person, { id: In(personIds.filter((id) => !left.has(id))) });
};

export const participantSubject: SubjectTable = {
  entity: Participant,
  kind: 'placement',
  title: 'Inschrijving als deelnemer',
  subject: 't.id',
  starts: placementsOver('t.id'),
  startsAt: 'day',
  // Orders, who was responsible, what was learnt and worked and the personnel file have terms of their own; the person goes after the last of them.
  held: [
    ...['service_order', 'responsibility', 'learning_line', 'timesheet'].map((table) => `EXISTS (SELECT 1 FROM ${table} x WHERE x.participantId = t.id)`),
    personnelFile('t.id'),
  ].join(' OR '),
  before: forgetPersons,
  erasure: 'delete',
  labels: {
    id: 'Nummer',
    personId: 'Nummer waaronder dubbele plaatsing wordt voorkomen',
    clientId: 'Nummer bij het Werkplein',
    municipality: 'Gemeente',
    name: 'Naam',
    commissionerKind: 'Soort opdrachtgever',
    commissionerCode: 'Opdrachtgever',
    commissionerReference: 'Nummer bij de opdrachtgever',
    registeredOn: 'Ingeschreven op',
    exitedOn: 'Uitgestroomd op',
    exitReason: 'Reden van uitstroom',
    sourceSystem: 'Overgenomen uit',
    sourceKey: 'Nummer in dat systeem',
  },
  hidden: ['version'],
};

/** The Werkplein of the participant sees placements and orders of its own clients; a third party hears of what it ordered. */
export const participantRecipients = async ({ em }: ReadTx, id: string): Promise<Recipient[]> => {
  const participant = await em.findOneBy(Participant, { id });
  if (!participant) return [];
  const { registeredOn: from, exitedOn: until, commissionerCode } = participant;
  const home = municipalities.find(({ code }) => code === participant.municipality);
  const ordered = { what: 'opdrachten', purpose: 'Uitvoering van de opdracht', from, until };
  if (commissionerCode !== null) return [{ organisation: commissionerName(commissionerCode), ...ordered }];
  if (!home) return [];
  const organisation = organisationName(home.code);
  const placements = { organisation, what: 'plaatsingen', purpose: 'Begeleiding naar werk door het Werkplein', from, until: null };
  return (await em.existsBy(ServiceOrder, { participantId: id })) ? [placements, { organisation, ...ordered, until: null }] : [placements];
};
