import { createHash } from 'node:crypto';
import {
  type Clock,
  type ImportContext,
  insertRows,
  type JsonImportSpec,
  localDay,
  NUO,
  parseOin,
  pc4,
  type RowOutcome,
  type WriteTx,
} from '@werkplein/kernel';
import { In } from 'typeorm';
import type { CheckedVacancy } from '../check-vacancy.ts';
import { Vacancy } from '../vacancy.entity.ts';
import { lockVacancy } from '../vacancy.store.ts';
import { type ReadVacancy, readVacature } from './read-vacature.vum.adapter.ts';
import { type Resolved, resolveEmployers } from './resolve-employer.ts';
import { VacancySource } from './vacancy-source.entity.ts';

const digestOf = (facts: CheckedVacancy): string => createHash('sha256').update(JSON.stringify(facts)).digest('hex');

const newVacancy = (ctx: ImportContext, facts: CheckedVacancy, employerId: string): Vacancy => ({
  ...facts,
  id: ctx.newId(),
  employerAliasId: employerId,
  status: 'OPEN',
  filled: 0,
  filledOn: null,
  organisation: NUO,
  registeredAt: ctx.clock(),
  version: 1,
});

/** News of the party about a vacancy that we have. What is over here stays over, and the number of places is ours. */
const follow = async (tx: WriteTx, { vacancyId, ...source }: VacancySource, employerId: string, facts: CheckedVacancy): Promise<RowOutcome> => {
  const locked = await lockVacancy(tx, vacancyId);
  if (!locked || locked.vacancy.status === 'FILLED' || locked.vacancy.status === 'WITHDRAWN') return 'unchanged';
  const { branchId, postcode4 } = locked.vacancy;
  // A vacancy stays with its employer: the place of another one would not be its own.
  const place = locked.employerId === employerId ? {} : { branchId, postcode4 };
  await tx.em.update(Vacancy, { id: vacancyId }, { ...facts, ...place, places: locked.vacancy.places, version: locked.vacancy.version + 1 });
  await tx.em.update(VacancySource, { sourceSystem: source.sourceSystem, sourceKey: source.sourceKey }, { digest: source.digest });
  return 'updated';
};

const settled = (resolved: Resolved, facts: CheckedVacancy): { employerId: string; facts: CheckedVacancy } => {
  if ('problem' in resolved) throw new Error('A vacancy without a known employer passed the check of its import.');
  const { employerId, branch } = resolved;
  return { employerId, facts: { ...facts, branchId: branch.id, postcode4: facts.postcode4 ?? (branch.postcode && pc4(branch.postcode)) } };
};

/** Vacancies of one party, found again by its OIN and the id that it gave. */
export const vumVacanciesImport = (oin: string, clock: Clock): JsonImportSpec<ReadVacancy> => {
  const sourceSystem = `VUM:${parseOin(oin)}`;
  return {
    readItem: (item) => {
      const read = readVacature(item, localDay(clock()));
      return 'problems' in read ? read : { row: read.value, notes: read.losses };
    },
    check: async (tx, rows) =>
      (
        await resolveEmployers(
          tx,
          rows.map(({ employer }) => employer),
        )
      ).map((resolved, i) => [
        ...('problem' in resolved ? [{ path: ['werkgever'], message: resolved.problem }] : []),
        ...(rows.findIndex(({ sourceKey }) => sourceKey === rows[i]?.sourceKey) < i
          ? [{ path: ['idVacature'], message: 'staat al eerder in dit bestand' }]
          : []),
      ]),
    write: async (tx, rows, ctx) => {
      const sources = await tx.em.findBy(VacancySource, { sourceSystem, sourceKey: In(rows.map(({ sourceKey }) => sourceKey)) });
      const known = new Map(sources.map((source) => [source.sourceKey, source]));
      const employers = await resolveEmployers(
        tx,
        rows.map(({ employer }) => employer),
      );
      const fresh: { vacancies: Vacancy[]; sources: VacancySource[] } = { vacancies: [], sources: [] };
      const outcomes: RowOutcome[] = [];
      for (const [i, { sourceKey, facts: read }] of rows.entries()) {
        const { employerId, facts } = settled(employers[i] as Resolved, read);
        const digest = digestOf(facts);
        const source = known.get(sourceKey);
        if (source) {
          outcomes.push(source.digest === digest ? 'unchanged' : await follow(tx, { ...source, digest }, employerId, facts));
          continue;
        }
        const vacancy = newVacancy(ctx, facts, employerId);
        const added = { sourceSystem, sourceKey, vacancyId: vacancy.id, digest };
        known.set(sourceKey, added);
        fresh.vacancies.push(vacancy);
        fresh.sources.push(added);
        outcomes.push('created');
      }
      await insertRows(tx, Vacancy, fresh.vacancies);
      await insertRows(tx, VacancySource, fresh.sources);
      return outcomes;
    },
  };
};
