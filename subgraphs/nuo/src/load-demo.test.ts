import { demoContactMoments, demoEmployers, demoTwins } from '@werkplein/demo';
import { Fact } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { In } from 'typeorm';
import { describe, expect, it } from 'vitest';
import { DOUBLE_APPROACH } from './contact-plans/double-approach.facts.ts';
import { ContactMoment } from './contacts/contact.entity.ts';
import { CONTACT, CONTACT_MISSED, stateContacts } from './contacts/contact.facts.ts';
import { demoKnowing } from './demo-knowing.ts';
import { DuplicateSignal } from './duplicates/duplicate.entity.ts';
import { commonKeys } from './duplicates/match.store.ts';
import { storeSignals } from './duplicates/signal.store.ts';
import { nuoForTest } from './testing/index.ts';

const batches = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
const inOrder = (rows: readonly object[]): string[] => rows.map((row) => JSON.stringify(row)).toSorted();

describe.each(dialects)('the demo of the NUO on %s', (dialect) => {
  it('has the possible duplicates that the scan of the coordinator finds, though it counts no key twice', { timeout: 120_000 }, async () => {
    // One number that all have, as of an office where many are: it tells nothing of any of them.
    const employers = [...demoEmployers(0.1), ...demoTwins(0.1)].map((employer) => ({
      ...employer,
      contactPersons: employer.contactPersons.map((person) => ({ ...person, phone: '+31546000999' })),
    }));
    const { db } = await nuoForTest(dialect, { employers });
    expect(await commonKeys(db.read)).toContain('P:+31546000999');
    const signals = async () => inOrder((await db.read.em.find(DuplicateSignal)).map(({ id: _, ...signal }) => signal));
    const loaded = await signals();
    expect(loaded.length).toBeGreaterThan(2);
    await db.write((tx) => tx.em.clear(DuplicateSignal));
    const ids = employers.map(({ id }) => id);
    for (const some of batches(ids, 100)) await db.write((tx) => storeSignals(tx, demoKnowing, some));
    expect(await signals()).toEqual(loaded);
  });

  it('has the contacts that came too soon which stating contacts as they come finds', { timeout: 120_000 }, async () => {
    const { db } = await nuoForTest(dialect, { employers: demoEmployers(0.02), contactMoments: demoContactMoments(0.02) });
    const doubles = async () => inOrder((await db.read.em.findBy(Fact, { kind: DOUBLE_APPROACH })).map(({ id: _, ...fact }) => fact));
    const loaded = await doubles();
    expect(loaded.length).toBeGreaterThan(5);
    await db.write((tx) => tx.em.delete(Fact, { kind: In([DOUBLE_APPROACH, CONTACT, CONTACT_MISSED]) }));
    const moments = await db.read.em.find(ContactMoment, { order: { id: 'ASC' } });
    for (const some of batches(moments, 20)) await db.write((tx) => stateContacts(tx, demoKnowing, some));
    expect(await doubles()).toEqual(loaded);
  });
});
