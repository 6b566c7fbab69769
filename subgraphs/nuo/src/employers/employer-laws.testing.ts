import { type Database, addDays } from '@werkplein/kernel';
import { Account, AccountOwner } from '../accounts/account.entity.ts';
import { DuplicateSignal } from '../duplicates/duplicate.entity.ts';
import { Proposal } from '../proposals/proposal.entity.ts';
import { Branch, ContactPerson, Employer, EmployerAlias } from './employer.entity.ts';

// The laws of domain.md §6.4 as a reader of the rows would check them: nothing here is shared with the rules.

const stored = async ({ read: { em } }: Database) => ({
  employers: await em.find(Employer),
  aliases: await em.find(EmployerAlias),
  branches: await em.find(Branch),
  persons: await em.find(ContactPerson),
  signals: await em.find(DuplicateSignal),
  accounts: await em.find(Account),
  owners: await em.find(AccountOwner),
  proposals: await em.find(Proposal),
});
type Stored = Awaited<ReturnType<typeof stored>>;

const twice = (values: readonly string[]): string[] => [...new Set(values.filter((value, at) => values.indexOf(value) !== at))];

const ofEmployers = ({ employers, aliases, branches, persons, signals }: Stored): string[] => {
  const found: string[] = [];
  const live = new Map(employers.filter(({ status }) => status !== 'MERGED').map((row) => [row.id, row]));
  for (const kvk of twice([...live.values()].flatMap(({ kvkNumber }) => kvkNumber ?? []))) found.push(`I17: ${kvk} twice`);
  const branchKeys = branches.flatMap(({ kvkNumber, vestigingsnummer }) => (vestigingsnummer === null ? [] : `${kvkNumber} ${vestigingsnummer}`));
  for (const key of twice(branchKeys)) found.push(`I18: ${key} twice`);
  if (branchKeys.some((key) => key.startsWith('null'))) found.push('I18: a vestigingsnummer without a KvK number');
  for (const { id, status, mergedIntoId } of employers) {
    if ((status === 'MERGED') !== (mergedIntoId !== null)) found.push(`I19: ${status} into ${mergedIntoId}`);
    if (mergedIntoId !== null && (mergedIntoId === id || !live.has(mergedIntoId))) found.push(`I19: merged into ${mergedIntoId}, which is not there any more`);
  }
  for (const [what, employerId] of [
    ...aliases.map((row) => ['alias', row.employerId]),
    ...branches.map((row) => ['branch', row.employerId]),
    ...persons.filter(({ mergedIntoId }) => mergedIntoId === null).map((row) => ['contact person', row.employerId]),
  ] as const)
    if (!live.has(employerId as string)) found.push(`I19: a ${what} of an employer that was merged`);
  // I20: of two with one name at one postcode somebody was told.
  const postcodes = (id: string): Set<string> => new Set(branches.filter(({ employerId }) => employerId === id).flatMap(({ postcode }) => postcode ?? []));
  const told = new Set(signals.map(({ firstId, secondId }) => `${firstId} ${secondId}`));
  const sorted = [...live.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  for (const [at, a] of sorted.entries())
    for (const b of sorted.slice(at + 1))
      if (a.nameKey === b.nameKey && [...postcodes(a.id)].some((postcode) => postcodes(b.id).has(postcode)) && !told.has(`${a.id} ${b.id}`))
        found.push(`I20: ${a.legalName} twice, and nobody told`);
  const reach = persons
    .filter(({ active, mergedIntoId }) => active && mergedIntoId === null)
    .flatMap(({ employerId, email, phone }) => [email?.toLowerCase(), phone].filter((each) => each != null).map((each) => `${each} of ${employerId}`));
  for (const each of twice(reach)) found.push(`I21: ${each}`);
  return found;
};

const ofAccounts = ({ accounts, owners, aliases }: Stored): string[] => {
  const found: string[] = [];
  const employerOf = new Map(aliases.map(({ id, employerId }) => [id, employerId]));
  const live = accounts.filter(({ mergedIntoId }) => mergedIntoId === null);
  for (const scope of twice(live.map(({ employerAliasId, scopeKey }) => `${employerOf.get(employerAliasId)} ${scopeKey}`)))
    found.push(`I22: two accounts of ${scope}`);
  for (const { id } of accounts) {
    // A merge ends a period that had yet to begin before its first day: it never was.
    const periods = owners
      .filter(({ accountId, startsOn, endsOn }) => accountId === id && (endsOn === null || endsOn >= startsOn))
      .toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
    for (const [at, { endsOn }] of periods.entries()) {
      const next = periods[at + 1];
      if (next && (endsOn === null || next.startsOn < addDays(endsOn, 1))) found.push(`I22: two owners on ${next.startsOn}`);
    }
  }
  return found;
};

/** Laws that the stored rows break, in words. */
export const broken = async (db: Database): Promise<string[]> => {
  const now = await stored(db);
  const open = now.proposals.filter(({ status }) => ['PREPARED', 'PROPOSED', 'INTERVIEW', 'TRIAL'].includes(status));
  const pairs = open.flatMap(({ candidateId, vacancyId }) => (vacancyId === null ? [] : `${candidateId} for ${vacancyId}`));
  return [...ofEmployers(now), ...ofAccounts(now), ...twice(pairs).map((pair) => `I13: ${pair} twice`)];
};
