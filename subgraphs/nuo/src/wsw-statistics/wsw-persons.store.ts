import type { ReadTx } from '@werkplein/kernel';
import { In, MoreThan } from 'typeorm';
import { knownAt } from '../dated.ts';
import { Indication, IndicationHandicap } from '../indications/indication.entity.ts';
import { Placement } from '../placements/placement.entity.ts';
import { ran } from '../placements/placement.rules.ts';
import { groupBy, rowsBy } from '../reads.ts';
import { EmploymentTerms, ShelteredEmployment } from '../sheltered-work/employment.entity.ts';
import { wswKinds } from '../sheltered-work/employment.machine.ts';
import { nuoVault } from '../wsw-workers/nuo-vault.ts';
import { Residence, WswWorker } from '../wsw-workers/wsw-worker.entity.ts';
import type { WswEmployment, WswPerson } from './wsw-person.ts';

const BATCH = 500;

const employmentsOf = async (tx: ReadTx, ids: readonly string[], at: Date): Promise<Map<string, WswEmployment[]>> => {
  const rows = await tx.em.findBy(ShelteredEmployment, { participantId: In([...ids]), kind: In([...wswKinds]), state: In(['AGREED', 'ENDED']) });
  const terms = groupBy(
    knownAt(
      await rowsBy(
        tx,
        EmploymentTerms,
        'employmentId',
        rows.map(({ id }) => id),
      ),
      at,
    ),
    (row) => row.employmentId,
  );
  return new Map([...groupBy(rows, (row) => row.participantId)].map(([id, own]) => [id, own.map((row) => ({ ...row, terms: terms.get(row.id) ?? [] }))]));
};

const indicationsOf = async (tx: ReadTx, ids: readonly string[]): Promise<Map<string, WswPerson['indications']>> => {
  const rows = await rowsBy(tx, Indication, 'participantId', ids);
  const handicaps = groupBy(
    await rowsBy(
      tx,
      IndicationHandicap,
      'indicationId',
      rows.map(({ id }) => id),
    ),
    (row) => row.indicationId,
  );
  const codesOf = (id: string): string[] => (handicaps.get(id) ?? []).toSorted((a, b) => a.position - b.position).map(({ code }) => code);
  return new Map([...groupBy(rows, (row) => row.participantId)].map(([id, own]) => [id, own.map((row) => ({ ...row, handicapCodes: codesOf(row.id) }))]));
};

const secondmentsOf = async (tx: ReadTx, ids: readonly string[]): Promise<Map<string, WswPerson['secondments']>> => {
  const rows = await tx.em.findBy(Placement, { participantId: In([...ids]), kind: In(['SECONDMENT_INDIVIDUAL', 'SECONDMENT_GROUP']) });
  const lent = rows.filter(({ status }) => ran(status));
  const periodOf = (row: Placement) => ({ group: row.kind === 'SECONDMENT_GROUP', from: row.startsOn, until: row.endedOn });
  return new Map([...groupBy(lent, (row) => row.participantId)].map(([id, own]) => [id, own.map(periodOf)]));
};

/**
 * The population of the statistics, with what was known at an instant of terms and residences, in batches: eight statements each, however many
 * employments and indications. The BSN is open in what this gives.
 */
export async function* wswPersons(tx: ReadTx, at: Date): AsyncGenerator<WswPerson[]> {
  for (let after = ''; ; ) {
    const workers = await tx.em.find(WswWorker, { where: { inClosingPopulation: true, id: MoreThan(after) }, order: { id: 'ASC' }, take: BATCH });
    if (workers.length === 0) return;
    const ids = workers.map(({ id }) => id);
    const [employments, indications, secondments] = [await employmentsOf(tx, ids, at), await indicationsOf(tx, ids), await secondmentsOf(tx, ids)];
    const residences = groupBy(knownAt(await rowsBy(tx, Residence, 'participantId', ids), at), (row) => row.participantId);
    yield workers.map(({ id, bsnCipher, birthDate, gender, firstRequestedOn }) => ({
      participantId: id,
      bsn: bsnCipher === null ? null : nuoVault.open(id, bsnCipher),
      birthDate,
      gender,
      firstRequestedOn,
      residences: residences.get(id) ?? [],
      indications: indications.get(id) ?? [],
      employments: employments.get(id) ?? [],
      secondments: secondments.get(id) ?? [],
    }));
    after = ids.at(-1) as string;
  }
}
