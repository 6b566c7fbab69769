import type { ReadTx } from '@werkplein/kernel';
import { Branch, Employer } from '../../employers/employer.entity.ts';
import { nameKey } from '../../employers/name.rules.ts';
import { groupBy, rowsBy } from '../../reads.ts';
import type { NamedEmployer } from './employer.vum.adapter.ts';

export type Resolved = { employerId: string; branch: Branch } | { problem: string };

const knownBy = ({ name, postcodes, sbiCodes }: NamedEmployer, employers: readonly Employer[], branches: ReadonlyMap<string, Branch[]>): Resolved => {
  if (employers.length === 0) return { problem: `geen werkgever heet zo; leg de werkgever eerst vast` };
  if (postcodes.length === 0) return { problem: 'zonder Nederlandse postcode is niet zeker welke werkgever dit is' };
  const there = employers.flatMap((employer) => {
    const branch = postcodes.flatMap((postcode) => branches.get(employer.id)?.find((each) => each.postcode === postcode) ?? [])[0];
    return branch ? [{ employer, branch }] : [];
  });
  // Chain stores share names, and a shared building the postcode too.
  const sure = there.length > 1 ? there.filter(({ employer }) => employer.sbiCode !== null && sbiCodes.includes(employer.sbiCode)) : there;
  const [only] = sure;
  if (only && sure.length === 1) return { employerId: only.employer.id, branch: only.branch };
  return { problem: there.length > 1 ? `er zijn ${there.length} werkgevers met deze naam en postcode` : `"${name}" is bekend, maar niet op deze postcode` };
};

/** The employers that messages mean, by normalised name and postcode; in two statements for all of them. */
export const resolveEmployers = async (tx: ReadTx, named: readonly NamedEmployer[]): Promise<Resolved[]> => {
  const keys = named.map(({ name }) => nameKey(name ?? ''));
  const employers = (await rowsBy(tx, Employer, 'nameKey', [...new Set(keys)])).filter(({ status }) => status !== 'MERGED');
  const branches = groupBy(
    await rowsBy(
      tx,
      Branch,
      'employerId',
      employers.map(({ id }) => id),
    ),
    ({ employerId }) => employerId,
  );
  const byName = groupBy(employers, (employer) => employer.nameKey);
  return named.map((each, i) => knownBy(each, byName.get(keys[i] as string) ?? [], branches));
};
