import { municipalities, organisationName, type ReadTx, type Recipient, type SubjectTable } from '@werkplein/kernel';
import { ServiceOrder } from '../orders/service-order.entity.ts';
import { placementsOver } from '../placements/placement.subject.ts';
import { personnelFile } from '../sheltered-work/employment.subject.ts';
import { commissionerName } from './commissioner.rules.ts';
import { Participant } from './participant.entity.ts';

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
  erasure: 'delete',
  labels: {
    id: 'Nummer',
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
