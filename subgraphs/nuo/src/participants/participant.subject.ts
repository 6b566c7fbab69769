import { municipalities, organisationName, type ReadTx, type Recipient, type SubjectTable } from '@werkplein/kernel';
import { placementsOver } from '../placements/placement.subject.ts';
import { personnelFile } from '../sheltered-work/employment.subject.ts';
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

/** The Werkplein of the participant sees the placements of its own clients. */
export const participantRecipients = async ({ em }: ReadTx, id: string): Promise<Recipient[]> => {
  const participant = await em.findOneBy(Participant, { id });
  const home = municipalities.find(({ code }) => code === participant?.municipality);
  if (!participant || !home) return [];
  return [
    {
      organisation: organisationName(home.code),
      what: 'plaatsingen',
      purpose: 'Begeleiding naar werk door het Werkplein',
      from: participant.registeredOn,
      until: null,
    },
  ];
};
