import { insertRows, type ReadTx, type WriteTx } from '@werkplein/kernel';
import { In } from 'typeorm';
import { Branch, ContactPerson, Employer } from '../employers/employer.entity.ts';
import { displayName, nameKey } from '../employers/name.rules.ts';
import { groupBy, rowsBy } from '../reads.ts';
import { EmployerMatch } from './duplicate.entity.ts';
import { classify, differ, hostOf, keysOf, likeness, type Match, type MatchFacts, nameTrigrams } from './match.rules.ts';

/** An employer, known or about to be, that is compared with all others. */
export interface Subject {
  keys: readonly string[];
  names: readonly string[];
  kvkNumber: string | null;
}

export interface Found extends Match {
  employerId: string;
}

interface Candidate {
  id: string;
  names: string[];
  kvkNumber: string | null;
}

const KEYS_PER_STATEMENT = 4000;

const present = (values: readonly (string | null)[]): string[] => values.filter((value) => value !== null);

const factsOf = (employer: Employer, branches: readonly Branch[], persons: readonly ContactPerson[]): MatchFacts => {
  const websites = [...(employer.websites ?? []), ...(employer.domains ?? []), ...present(branches.map(({ website }) => website))];
  return {
    names: [employer.legalName, ...employer.tradeNames],
    kvkNumber: employer.kvkNumber,
    rsin: employer.rsin,
    postcodes: present(branches.map(({ postcode }) => postcode)),
    phones: present([...branches, ...persons].map(({ phone }) => phone)),
    emails: present([...branches, ...persons].map(({ email }) => email)),
    domains: present(websites.map(hostOf)),
  };
};

/**
 * Makes the search keys of these employers again from what is stored, without the persons that are about to go.
 * To be called in each transaction that changes an employer, a branch or a contact person.
 */
export const indexEmployers = async (tx: WriteTx, ids: readonly string[], leaving: ReadonlySet<string> = new Set()): Promise<void> => {
  if (ids.length === 0) return;
  const employers = await rowsBy(tx, Employer, 'id', ids);
  const branches = groupBy(await rowsBy(tx, Branch, 'employerId', ids), (row) => row.employerId);
  const persons = groupBy(
    (await rowsBy(tx, ContactPerson, 'employerId', ids)).filter((row) => row.active && !leaving.has(row.id)),
    (row) => row.employerId,
  );
  const rows = employers
    .filter((employer) => employer.mergedIntoId === null)
    .flatMap((employer) =>
      keysOf(factsOf(employer, branches.get(employer.id) ?? [], persons.get(employer.id) ?? [])).map((matchKey) => ({ matchKey, employerId: employer.id })),
    );
  await tx.em.delete(EmployerMatch, { employerId: In([...ids]) });
  await insertRows(tx, EmployerMatch, rows);
};

/** Also what older rules made of the names: for a rebuild. */
export const renameKeys = async (tx: WriteTx, employers: readonly Employer[]): Promise<void> => {
  for (const employer of employers) {
    const key = nameKey(displayName(employer));
    if (key !== employer.nameKey) await tx.em.update(Employer, { id: employer.id }, { nameKey: key });
  }
};

/** The employers that share one of these keys, in one statement on the primary key of the index. */
const candidatesBy = async (tx: ReadTx, keys: readonly string[]): Promise<Map<string, Candidate[]>> => {
  const known = new Map<string, Candidate>();
  const byKey = new Map<string, Candidate[]>();
  for (let i = 0; i < keys.length; i += KEYS_PER_STATEMENT) {
    const rows = await tx.em
      .createQueryBuilder(EmployerMatch, 'm')
      .innerJoin(Employer, 'e', 'e.id = m.employerId')
      .where('m.matchKey IN (:...keys)', { keys: keys.slice(i, i + KEYS_PER_STATEMENT) })
      .select(['m.matchKey AS matchKey', 'e.id AS id', 'e.legalName AS legalName', 'e.tradeNames AS tradeNames', 'e.kvkNumber AS kvkNumber'])
      .getRawMany<{ matchKey: string; id: string; legalName: string; tradeNames: string; kvkNumber: string | null }>();
    for (const { matchKey, id, legalName, tradeNames, kvkNumber } of rows) {
      const candidate = known.get(id) ?? { id, names: [legalName, ...(JSON.parse(tradeNames) as string[])], kvkNumber };
      known.set(id, candidate);
      const same = byKey.get(matchKey);
      if (same) same.push(candidate);
      else byKey.set(matchKey, [candidate]);
    }
  }
  return byKey;
};

/** For each subject the employers that it may be, surest first. A subject is not found as itself: `id` is left out. */
export const findMatches = async (tx: ReadTx, subjects: readonly (Subject & { id: string | null })[]): Promise<Found[][]> => {
  const byKey = await candidatesBy(tx, [...new Set(subjects.flatMap(({ keys }) => keys))]);
  const trigramsOf = new Map<string, ReturnType<typeof nameTrigrams>>();
  const cached = ({ id, names }: Candidate): ReturnType<typeof nameTrigrams> => {
    const made = trigramsOf.get(id) ?? nameTrigrams(names);
    trigramsOf.set(id, made);
    return made;
  };
  return subjects.map((subject) => {
    const own = nameTrigrams(subject.names);
    const shared = new Map<Candidate, string[]>();
    for (const key of subject.keys) {
      for (const candidate of byKey.get(key) ?? []) {
        if (candidate.id === subject.id) continue;
        const keys = shared.get(candidate);
        if (keys) keys.push(key);
        else shared.set(candidate, [key]);
      }
    }
    return [...shared]
      .flatMap(([candidate, keys]): Found[] => {
        const match = classify(keys, () => likeness(own, cached(candidate)), differ(subject.kvkNumber, candidate.kvkNumber));
        return match ? [{ ...match, employerId: candidate.id }] : [];
      })
      .sort((a, b) => b.score - a.score || (a.employerId < b.employerId ? -1 : 1));
  });
};

/** Employers with this name at this postcode, oldest first; without a postcode those that have none either. */
export const namesakes = async (tx: ReadTx, key: string, postcode: string | null): Promise<string[]> => {
  const query = tx.em
    .createQueryBuilder(EmployerMatch, 'n')
    .where('n.matchKey = :name', { name: `N:${key}` })
    .orderBy('n.employerId');
  const place = tx.em.createQueryBuilder(EmployerMatch, 'p').select('1').where('p.employerId = n.employerId');
  if (postcode === null) query.andWhere(`NOT EXISTS (${place.andWhere("p.matchKey LIKE 'A:%'").getQuery()})`);
  else query.andWhere(`EXISTS (${place.andWhere('p.matchKey = :place').getQuery()})`, { place: `A:${postcode}` });
  return (await query.getMany()).map(({ employerId }) => employerId);
};
