import { maskBsn, parseBsn, type ReadTx, type SubjectTable } from '@werkplein/kernel';
import { employmentsOver } from '../sheltered-work/employment.subject.ts';
import { nuoVault } from './nuo-vault.ts';
import { Residence, WswWorker } from './wsw-worker.entity.ts';
import { workerByBsn } from './wsw-worker.store.ts';

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
  show: ({ id, bsnCipher }: WswWorker) => ({ Burgerservicenummer: bsnCipher === null ? null : maskBsn(nuoVault.open(id, bsnCipher)) }),
};

/** The participant of the Wsw with this BSN. Of an erased one no trace of the number stays. */
export const participantsByBsn = async (tx: ReadTx, bsn: string): Promise<{ ids: string[]; number: string }> => {
  const parsed = parseBsn(bsn);
  const found = await workerByBsn(tx, parsed);
  return { ids: found ? [found.id] : [], number: nuoVault.index(parsed) };
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
