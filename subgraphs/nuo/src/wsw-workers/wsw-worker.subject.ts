import type { SubjectTable } from '@werkplein/kernel';
import { employmentsOver } from '../sheltered-work/employment.subject.ts';
import { Residence, WswWorker } from './wsw-worker.entity.ts';

export const wswWorkerSubject: SubjectTable = {
  entity: WswWorker,
  kind: 'personnel-file',
  title: 'Wsw-gegevens',
  subject: 't.id',
  starts: employmentsOver('t.id'),
  startsAt: 'day',
  erasure: 'delete',
  labels: {
    id: 'Nummer',
    birthDate: 'Geboortedatum',
    gender: 'Geslacht',
    inClosingPopulation: 'Had op 31 december 2014 een Wsw-dienstverband',
    firstRequestedOn: 'Eerste indicatie aangevraagd op',
  },
  hidden: ['bsnCipher', 'bsnKeyId', 'bsnIndex', 'version'],
};

export const residenceSubject: SubjectTable = {
  entity: Residence,
  kind: 'personnel-file',
  title: 'Woongemeenten',
  subject: 't.participantId',
  starts: employmentsOver('t.participantId'),
  startsAt: 'day',
  erasure: 'delete',
  labels: {
    id: 'Nummer',
    municipality: 'Gemeente',
    validFrom: 'Vanaf',
    validUntil: 'Tot en met',
    recordedAt: 'Vastgelegd op',
    replacedAt: 'Verbeterd op',
  },
  hidden: ['participantId'],
};
