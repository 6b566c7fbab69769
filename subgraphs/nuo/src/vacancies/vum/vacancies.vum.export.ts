import { type Exported, type ExportList, localDay, type ReadTx } from '@werkplein/kernel';
import { problemsOf } from '@werkplein/vum';
import { Branch } from '../../employers/employer.entity.ts';
import { employersByAlias } from '../../employers/employer.store.ts';
import { rowsBy } from '../../reads.ts';
import { Vacancy } from '../vacancy.entity.ts';
import { openOnDay } from '../vacancy.store.ts';
import { VacancySource } from './vacancy-source.entity.ts';
import { vacatureOf } from './vacancy.vum.adapter.ts';

const BATCH = 500;

/** Only what was registered here: a vacancy that came from a party is for that party to send. */
const openAfter = (tx: ReadTx, day: string, id: string): Promise<Vacancy[]> =>
  tx.em
    .createQueryBuilder(Vacancy, 'v')
    .leftJoin(VacancySource, 's', 's.vacancyId = v.id')
    .where(openOnDay('v'), { day })
    .andWhere('s.vacancyId IS NULL AND v.id > :id', { id })
    .orderBy('v.id')
    .limit(BATCH)
    .getMany();

/** As messages, with employer and branch (the main one where the vacancy names none), in three statements for all. */
const exported = async (tx: ReadTx, vacancies: readonly Vacancy[]): Promise<Exported[]> => {
  const employers = await employersByAlias(tx, [...new Set(vacancies.map(({ employerAliasId }) => employerAliasId))]);
  const branches = await rowsBy(tx, Branch, 'employerId', [...new Set([...employers.values()].map(({ id }) => id))]);
  const byId = new Map(branches.map((branch) => [branch.id, branch]));
  const main = new Map(branches.filter((branch) => branch.main).map((branch) => [branch.employerId, branch]));
  return vacancies.flatMap((vacancy) => {
    const employer = employers.get(vacancy.employerAliasId);
    if (!employer) return [];
    const branch = (vacancy.branchId === null ? undefined : byId.get(vacancy.branchId)) ?? main.get(employer.id) ?? null;
    const { value, losses } = vacatureOf({ vacancy, employer, branch });
    return [{ value, losses, problems: problemsOf('Vacature', value) }];
  });
};

/** The own vacancies that are open today. They name organisations, and no person. */
export const vumVacancies: ExportList = async function* (db, { clock }) {
  const day = localDay(clock());
  for (let id = ''; ; ) {
    const some = await openAfter(db.read, day, id);
    const last = some.at(-1);
    if (!last) return;
    yield await exported(db.read, some);
    id = last.id;
  }
};
