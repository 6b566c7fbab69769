import { dayText } from '@werkplein/kernel';
import type { WriteTx } from '@werkplein/kernel';
import { conflictsAfterMerge } from '../contact-plans/contact-plan.store.ts';
import { samePerson } from '../employers/contact-person.store.ts';
import { Branch, ContactPerson } from '../employers/employer.entity.ts';
import type { Merging } from './merge-registry.ts';

/** The persons of the vanished employer that the survivor knows already, by e-mail address or phone number. */
export const personPairs = (survivors: readonly ContactPerson[], vanished: readonly ContactPerson[]): [known: ContactPerson, double: ContactPerson][] =>
  vanished.flatMap((double) => {
    const known = double.active ? survivors.find((person) => person.active && samePerson(person, double)) : undefined;
    return known ? [[known, double]] : [];
  });

/** One person stays one; what refers to the double keeps its id. Who asked for silence under either name is left alone. */
export const joinPersons = async (tx: WriteTx, merging: Merging): Promise<string[]> => {
  const all = await tx.em.find(ContactPerson, { where: { employerId: merging.survivor.id }, order: { id: 'ASC' } });
  const came = new Set(merging.moved(ContactPerson));
  const pairs = personPairs(
    all.filter((person) => !came.has(person.id)),
    all.filter((person) => came.has(person.id)),
  );
  for (const [known, double] of pairs) {
    await merging.set(ContactPerson, double, 'mergedIntoId', known.id);
    await merging.set(ContactPerson, double, 'active', false);
    if (double.doNotContact && !known.doNotContact) {
      await merging.set(ContactPerson, known, 'doNotContact', true);
      known.doNotContact = true;
    }
  }
  return [];
};

/** An employer has one main branch: the survivor's own, if it has one. */
export const oneMainBranch = async (tx: WriteTx, merging: Merging): Promise<string[]> => {
  const came = new Set(merging.moved(Branch));
  const mains = await tx.em.find(Branch, { where: { employerId: merging.survivor.id, main: true }, order: { id: 'ASC' } });
  const [, ...others] = mains.toSorted((a, b) => Number(came.has(a.id)) - Number(came.has(b.id)));
  for (const branch of others) await merging.set(Branch, branch, 'main', false);
  return [];
};

/** Plans made apart that now claim one employer at the same time (K1): nobody's plan is taken away, the coordinator hears of them. */
export const clashingPlans = async (tx: WriteTx, { survivor, at }: Merging): Promise<string[]> =>
  (await conflictsAfterMerge(tx, survivor.id, at)).map(
    ([one, other]) =>
      `${one.owner.name} en ${other.owner.name} hebben nu overlappende contactvoornemens, vanaf ${dayText(one.window.from > other.window.from ? one.window.from : other.window.from)}.`,
  );
