import { type Exported, type ExportList, localDay, type ReadTx, writeProcessing } from '@werkplein/kernel';
import { problemsOf } from '@werkplein/vum';
import { clientActivity } from '../clients/client.activities.ts';
import { doelgroepOf } from '../doelgroep/doelgroep.store.ts';
import { CandidateRow } from './candidate.entity.ts';
import { registeredOn } from './candidate.store.ts';
import { mpWerkzoekendeOf } from './candidate.vum.adapter.ts';

const BATCH = 500;

const sharedAfter = (tx: ReadTx, id: string): Promise<CandidateRow[]> =>
  tx.em
    .createQueryBuilder(CandidateRow, 'candidate')
    .where(`candidate.withdrawnOn IS NULL AND candidate.visibility = 'REGION_VUM' AND candidate.id > :id`, { id })
    .orderBy('candidate.id')
    .limit(BATCH)
    .getMany();

/** The matching profiles that may be seen in the whole region, without knowing who it is. Whose profile goes out is logged before it does. */
export const vumProfiles = (home: string): ExportList => {
  const activity = clientActivity({ home }, 'verstrekken-profiel-vum');
  return async function* (db, by) {
    const day = localDay(by.clock());
    for (let id = ''; ; ) {
      const some = await sharedAfter(db.read, id);
      const last = some.at(-1);
      if (!last) return;
      const doelgroep = await doelgroepOf(
        db.read,
        some.map(({ clientId }) => clientId),
      );
      const batch = some.map((row): Exported => {
        const { value, losses } = mpWerkzoekendeOf({ ...row, inDoelgroepregister: registeredOn(doelgroep.get(row.clientId) ?? [], day) });
        return { value, losses, problems: problemsOf('MPWerkzoekende', value) };
      });
      const shown = some.filter((_, i) => batch[i]?.problems.length === 0);
      await db.write((tx) =>
        writeProcessing(
          tx,
          by,
          shown.map(({ clientId }) => ({ subjectId: clientId, activity })),
        ),
      );
      yield batch;
      id = last.id;
    }
  };
};
