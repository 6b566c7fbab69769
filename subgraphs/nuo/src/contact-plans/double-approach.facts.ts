import { Fact, type Knowing, stateAllFacts, type StatedFact, type WriteTx } from '@werkplein/kernel';
import { In, IsNull } from 'typeorm';
import { CONTACT, CONTACT_MISSED, CONTACT_PARTNER } from '../contacts/contact.facts.ts';
import { EMPLOYER } from '../employers/employer.facts.ts';
import { BECAME } from '../figures/became.ts';
import { groupBy, rowsBy } from '../reads.ts';
import { doublePairs, type OutgoingContact } from './double-approaches.rules.ts';

/**
 * That a contact came inside the rest of its employer after one of others: a fact of the later contact, one for each earlier one (`cause`), and it
 * counts for who recorded the later one. It follows from the facts of contacts, employers and merges, and is stated with them: to find the pairs of
 * a year anew took seconds.
 */
export const DOUBLE_APPROACH = 'DOUBLE_APPROACH';

type Contact = OutgoingContact & { fact: Fact; since: number };

const now = (tx: WriteTx, column: 'ref' | 'other', keys: readonly string[], kind: string): Promise<Fact[]> =>
  rowsBy(tx, Fact, column, keys, { kind, withdrawnAt: IsNull() });

const latest = (...facts: Fact[]): number => Math.max(...facts.map(({ recordedAt }) => recordedAt.getTime()));

/** By id: which employer it stands for now, and the fact by which it does. */
type Aliases = Map<string, { current: string; became: Fact[] }>;

/** Every id that stands for one of these employers now. */
const aliasesOf = async (tx: WriteTx, ids: readonly string[]): Promise<Aliases> => {
  const became = new Map((await now(tx, 'ref', ids, BECAME)).map((fact) => [fact.ref, fact]));
  const currents = [...new Set(ids.map((id) => became.get(id)?.other ?? id))];
  const aliases: Aliases = new Map(currents.map((current) => [current, { current, became: [] }]));
  for (const fact of await now(tx, 'other', currents, BECAME)) aliases.set(fact.ref, { current: fact.other as string, became: [fact] });
  return aliases;
};

/** The outgoing contacts of these employers, also those that did not succeed, in order of day. */
const outgoingContacts = async (tx: WriteTx, aliases: Aliases): Promise<Contact[]> => {
  const keys = [...aliases.keys()];
  const facts = [...(await now(tx, 'other', keys, CONTACT)), ...(await now(tx, 'other', keys, CONTACT_MISSED))].filter(({ facet }) => facet === 'OUTGOING');
  const employers = new Map(
    (await now(tx, 'ref', [...new Set([...aliases.values()].map(({ current }) => current))], EMPLOYER)).map((fact) => [fact.ref, fact]),
  );
  const joint = facts.filter(({ amount }) => (amount ?? 1) > 1).map(({ ref }) => ref);
  const partners = groupBy(await now(tx, 'ref', joint, CONTACT_PARTNER), ({ ref }) => ref);
  const contacts = facts.flatMap((fact): Contact[] => {
    const { current, became } = aliases.get(fact.other as string) as { current: string; became: Fact[] };
    const employer = employers.get(current);
    if (!employer || fact.municipality === null) return [];
    const organisation = fact.municipality;
    const organisations = [organisation, ...(partners.get(fact.ref) ?? []).map(({ actor }) => actor as string)];
    const same = { employerId: current, coolDownDays: employer.amount as number, day: fact.validFrom };
    return [{ ...same, organisation, organisations, fact, since: latest(fact, employer, ...became) }];
  });
  return contacts.toSorted((a, b) => (`${a.day} ${a.fact.ref}` < `${b.day} ${b.fact.ref}` ? -1 : 1));
};

/** The contacts of which something is said now or was said before: of these employers, or only what pairs with the contacts `of`. */
const refsStated = async (tx: WriteTx, at: readonly string[], of: ReadonlySet<string> | null): Promise<string[]> => {
  if (!of) return (await now(tx, 'other', at, DOUBLE_APPROACH)).map(({ ref }) => ref);
  const caused = await tx.em.find(Fact, { select: { ref: true }, where: { kind: DOUBLE_APPROACH, other: In(at), cause: In([...of]), withdrawnAt: IsNull() } });
  return [...of, ...caused.map(({ ref }) => ref)];
};

/**
 * States the pairs at these employers, after anything about their contacts, their rest or who they are has changed; of a contact that was written
 * only the pairs that it is `of`, for a pair follows from its two contacts alone. Whoever calls holds the employers.
 * They are known from now on; with `asBefore` since both contacts were known, for pairs of before they were facts.
 */
export const stateDoubles = async (
  tx: WriteTx,
  knowing: Knowing,
  employerIds: readonly string[],
  { of = null, asBefore = false }: { of?: ReadonlySet<string> | null; asBefore?: boolean } = {},
): Promise<void> => {
  const ids = [...new Set(employerIds)];
  if (ids.length === 0) return;
  const aliases = await aliasesOf(tx, ids);
  const stated = new Map<string, StatedFact[]>();
  for (const ref of await refsStated(tx, [...new Set([...aliases.keys(), ...ids])], of)) stated.set(ref, []);
  const concerns = (later: string, earlier: string | null): boolean => of === null || of.has(later) || (earlier !== null && of.has(earlier));
  for (const { earlier, later } of doublePairs(await outgoingContacts(tx, aliases))) {
    if (!concerns(later.fact.ref, earlier.fact.ref)) continue;
    const { day, organisation, fact, since } = later;
    const said = { kind: DOUBLE_APPROACH, validFrom: day, validUntil: day, municipality: organisation, actor: organisation, other: fact.other };
    // Of contacts that are loaded with a later day of recording nobody knew before that day.
    const recordedAt = new Date(Math.max(asBefore ? 0 : knowing.clock().getTime(), since, earlier.since));
    const facts = stated.get(fact.ref) ?? [];
    facts.push({ ...said, cause: earlier.fact.ref, recordedAt });
    stated.set(fact.ref, facts);
  }
  if (stated.size > 0) await stateAllFacts(tx, knowing, [DOUBLE_APPROACH], stated, ({ ref, cause }) => concerns(ref, cause));
};
