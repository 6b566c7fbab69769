import { insertRows, type ReadTx, type WriteTx } from '@werkplein/kernel';
import { In, LessThan } from 'typeorm';
import { Branch, ContactPerson, Employer } from '../employers/employer.entity.ts';
import { displayName, nameKey } from '../employers/name.rules.ts';
import { groupBy, rowsBy } from '../reads.ts';
import { EmployerMatch } from './duplicate.entity.ts';
import { classify, differ, hostOf, keysOf, likeness, type Match, type MatchFacts, nameTrigrams, PARTS, seeking, SIMILAR } from './match.rules.ts';
import { SHARED_PARTS } from './rare-parts.rules.ts';

/** An employer that is about to be, compared with all others. */
export interface Subject {
  keys: readonly string[];
  names: readonly string[];
  kvkNumber: string | null;
}

export interface Found extends Match {
  employerId: string;
}

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

/** An employer that shares enough keys with a subject to be worth a look. */
interface Candidate {
  /** Of a stored subject. */
  subjectId: string;
  id: string;
  legalName: string;
  tradeNames: string;
  kvkNumber: string | null;
  /** The first key that both have: a part of a name only when they have nothing else. */
  firstKey: string;
}

const SHOWN = 'c.firstKey AS firstKey, e.id AS id, e.legalName AS legalName, e.tradeNames AS tradeNames, e.kvkNumber AS kvkNumber';
const WORTH = `COUNT(*) >= ${SHARED_PARTS} OR MIN(m.matchKey) < '${PARTS}'`;

const places = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

/** For what is typed and not stored: by the primary key of the index alone. */
const candidatesFor = async (tx: ReadTx, keys: readonly string[]): Promise<Candidate[]> =>
  keys.length === 0
    ? []
    : tx.em.query<Candidate[]>(
        `SELECT '' AS subjectId, ${SHOWN} FROM
           (SELECT m.employerId AS id, MIN(m.matchKey) AS firstKey FROM employer_match m WHERE m.matchKey IN (${places(keys)}) GROUP BY m.employerId HAVING ${WORTH}) c
         INNER JOIN employer e ON e.id = c.id`,
        [...keys],
      );

/** A key that more employers have tells of none of them. */
const MOST_PER_KEY = 50;

/**
 * The same for employers that are stored, all of them in one statement; `D` is the first of the keys that find. Of many at once, the keys that
 * too many have are passed over, or the work for each would grow with the register: names of nothing but common words, in an area of
 * thousands, are then found by what else they have.
 */
const candidatesOf = (tx: ReadTx, ids: readonly string[]): Promise<Candidate[]> => {
  const many = ids.length > 1;
  const keysOfThese = `SELECT matchKey FROM employer_match WHERE employerId IN (${places(ids)}) AND matchKey >= 'D'`;
  const tooCommon = `SELECT matchKey FROM employer_match WHERE matchKey IN (${keysOfThese}) GROUP BY matchKey HAVING COUNT(*) > ${MOST_PER_KEY}`;
  return tx.em.query<Candidate[]>(
    `SELECT c.subjectId AS subjectId, ${SHOWN} FROM
       (SELECT o.employerId AS subjectId, m.employerId AS id, MIN(m.matchKey) AS firstKey FROM employer_match o
        INNER JOIN employer_match m ON m.matchKey = o.matchKey AND m.employerId <> o.employerId
        WHERE o.employerId IN (${places(ids)}) AND o.matchKey >= 'D' ${many ? `AND o.matchKey NOT IN (${tooCommon})` : ''}
        GROUP BY o.employerId, m.employerId HAVING ${WORTH}) c
     INNER JOIN employer e ON e.id = c.id`,
    many ? [...ids, ...ids] : [...ids],
  );
};

/** The keys that too many of all have: one pass over the register, for whoever compares all of it. */
export const commonKeys = async (tx: ReadTx): Promise<ReadonlySet<string>> => {
  const rows = await tx.em.query<{ matchKey: string }[]>(
    `SELECT matchKey FROM employer_match WHERE matchKey >= 'D' GROUP BY matchKey HAVING COUNT(*) > ${MOST_PER_KEY}`,
  );
  return new Set(rows.map(({ matchKey }) => matchKey));
};

const KEYS_AT_ONCE = 5000;
type Row = Pick<EmployerMatch, 'matchKey' | 'employerId'>;

/** What `candidatesOf` gives for many when the common keys are known: each other key is looked up, and none is counted. */
const candidatesAmong = async (tx: ReadTx, ids: readonly string[], common: ReadonlySet<string>): Promise<Candidate[]> => {
  const own = (
    await tx.em.query<Row[]>(`SELECT matchKey, employerId FROM employer_match WHERE employerId IN (${places(ids)}) AND matchKey >= 'D'`, [...ids])
  ).filter(({ matchKey }) => !common.has(matchKey));
  const keys = [...new Set(own.map(({ matchKey }) => matchKey))];
  // Not spread as arguments: of a large register there are more than a call takes.
  const rows: Row[][] = [];
  for (let at = 0; at < keys.length; at += KEYS_AT_ONCE) {
    const some = keys.slice(at, at + KEYS_AT_ONCE);
    rows.push(await tx.em.query<Row[]>(`SELECT matchKey, employerId FROM employer_match WHERE matchKey IN (${places(some)})`, some));
  }
  const having = groupBy(rows.flat(), ({ matchKey }) => matchKey);
  const shared = new Map<string, { subjectId: string; id: string; keys: string[] }>();
  for (const { matchKey, employerId: subjectId } of own)
    for (const { employerId: id } of having.get(matchKey) ?? []) {
      if (id === subjectId) continue;
      const known = shared.get(`${subjectId} ${id}`);
      if (known) known.keys.push(matchKey);
      else shared.set(`${subjectId} ${id}`, { subjectId, id, keys: [matchKey] });
    }
  const worth = [...shared.values()]
    .map(({ keys: both, ...pair }) => ({ ...pair, n: both.length, firstKey: both.toSorted()[0] as string }))
    .filter(({ n, firstKey }) => n >= SHARED_PARTS || firstKey < PARTS);
  const others = [...new Set(worth.map(({ id }) => id))];
  if (others.length === 0) return [];
  const employers = await tx.em.query<Omit<Candidate, 'subjectId' | 'firstKey'>[]>(
    `SELECT id, legalName, tradeNames, kvkNumber FROM employer WHERE id IN (${places(others)})`,
    others,
  );
  const of = new Map(employers.map((employer) => [employer.id, employer]));
  return worth.flatMap(({ subjectId, id, firstKey }) => {
    const employer = of.get(id);
    return employer ? [{ ...employer, subjectId, firstKey }] : [];
  });
};

/** The keys of employers that tell what they have in common with others. */
export const tellingKeysOf = async (tx: ReadTx, ids: readonly string[]): Promise<(id: string) => string[]> => {
  const groups = groupBy(await rowsBy(tx, EmployerMatch, 'employerId', [...new Set(ids)], { matchKey: LessThan(PARTS) }), (row) => row.employerId);
  return (id) => (groups.get(id) ?? []).map((row) => row.matchKey).sort();
};

type Trigrams = ReturnType<typeof nameTrigrams>;

interface Compared extends Subject {
  candidates: readonly Candidate[];
}

/** Names are compared first: of the few that are left it is looked up what they have in common. */
const judged = async (tx: ReadTx, compared: readonly Compared[]): Promise<Found[][]> => {
  const known = new Map<string, Trigrams>();
  const trigramsOf = ({ id, legalName, tradeNames }: Candidate): Trigrams => {
    const made = known.get(id) ?? nameTrigrams([legalName, ...(JSON.parse(tradeNames) as string[])]);
    known.set(id, made);
    return made;
  };
  const left = compared.map((subject) => {
    const own = nameTrigrams(subject.names);
    const alike = (candidate: Candidate): number => likeness(own, trigramsOf(candidate));
    return { ...subject, alike, candidates: subject.candidates.filter((one) => one.firstKey < PARTS || alike(one) >= SIMILAR) };
  });
  const keysBy = await tellingKeysOf(
    tx,
    left.flatMap(({ candidates }) => candidates.map(({ id }) => id)),
  );
  return left.map(({ keys, kvkNumber, candidates, alike }) => {
    const own = new Set(keys);
    return candidates
      .flatMap((candidate): Found[] => {
        const shared = keysBy(candidate.id).filter((key) => own.has(key));
        const match = classify(shared, () => alike(candidate), differ(kvkNumber, candidate.kvkNumber));
        return match ? [{ ...match, employerId: candidate.id }] : [];
      })
      .sort((a, b) => b.score - a.score || (a.employerId < b.employerId ? -1 : 1));
  });
};

/** The employers that this one, not stored yet, may be; surest first. Two statements. */
export const findMatches = async (tx: ReadTx, subject: Subject): Promise<Found[]> => {
  const [found = []] = await judged(tx, [{ ...subject, candidates: await candidatesFor(tx, seeking(subject.keys)) }]);
  return found;
};

/** The same for each of some stored employers, by id; as many statements for many as for few, unless the keys that are `common` are known. */
export const findMatchesOf = async (tx: ReadTx, employers: readonly Employer[], common?: ReadonlySet<string>): Promise<Map<string, Found[]>> => {
  if (employers.length === 0) return new Map();
  const ids = employers.map(({ id }) => id);
  const candidates = groupBy(await (common ? candidatesAmong(tx, ids, common) : candidatesOf(tx, ids)), ({ subjectId }) => subjectId);
  const keysBy = await tellingKeysOf(tx, ids);
  const compared = employers.map(({ id, legalName, tradeNames, kvkNumber }) => ({
    keys: keysBy(id),
    names: [legalName, ...tradeNames],
    kvkNumber,
    candidates: candidates.get(id) ?? [],
  }));
  const found = await judged(tx, compared);
  return new Map(ids.map((id, i) => [id, found[i] ?? []]));
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
