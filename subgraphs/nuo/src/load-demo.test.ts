import { demoContactMoments, demoEmployers, demoTwins } from '@werkplein/demo';
import { Fact } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { DOUBLE_APPROACH } from './contact-plans/double-approach.facts.ts';
import { ContactMoment } from './contacts/contact.entity.ts';
import { CONTACT, CONTACT_MISSED, stateContacts } from './contacts/contact.facts.ts';
import { demoKnowing } from './demo-knowing.ts';
import { DuplicateSignal } from './duplicates/duplicate.entity.ts';
import { commonKeys } from './duplicates/match.store.ts';
import { storeSignals } from './duplicates/signal.store.ts';
import { Employer } from './employers/employer.entity.ts';
import { In } from 'typeorm';
import { nuoForTest } from './testing/index.ts';

const BATCH = 500;
const batches = <T>(all: readonly T[]): T[][] => Array.from({ length: Math.ceil(all.length / BATCH) }, (_, i) => all.slice(i * BATCH, (i + 1) * BATCH));
const inOrder = (rows: readonly object[]): string[] => rows.map((row) => JSON.stringify(row)).toSorted();

describe.each(dialects)('the demo of the NUO on %s', (dialect) => {
  it('has the possible duplicates that the scan of the coordinator finds, though it counts no key twice', { timeout: 120_000 }, async () => {
    const { db } = await nuoForTest(dialect, { employers: [...demoEmployers(0.5), ...demoTwins(0.5)] });
    expect((await commonKeys(db.read)).size).toBeGreaterThan(10);
    const signals = async () => inOrder((await db.read.em.find(DuplicateSignal)).map(({ id: _, ...signal }) => signal));
    const loaded = await signals();
    expect(loaded.length).toBeGreaterThan(5);
    await db.write((tx) => tx.em.clear(DuplicateSignal));
    const employers = await db.read.em.find(Employer, { select: { id: true }, order: { id: 'ASC' } });
    for (const some of batches(employers.map(({ id }) => id))) await db.write((tx) => storeSignals(tx, demoKnowing, some));
    expect(await signals()).toEqual(loaded);
  });

  it('has the contacts that came too soon which stating each contact finds', { timeout: 120_000 }, async () => {
    const { db } = await nuoForTest(dialect, { employers: demoEmployers(0.02), contactMoments: demoContactMoments(0.02) });
    const doubles = async () => inOrder((await db.read.em.findBy(Fact, { kind: DOUBLE_APPROACH })).map(({ id: _, ...fact }) => fact));
    const loaded = await doubles();
    expect(loaded.length).toBeGreaterThan(5);
    await db.write((tx) => tx.em.delete(Fact, { kind: In([DOUBLE_APPROACH, CONTACT, CONTACT_MISSED]) }));
    const moments = await db.read.em.find(ContactMoment, { order: { id: 'ASC' } });
    for (const moment of moments) await db.write((tx) => stateContacts(tx, demoKnowing, [moment]));
    expect(await doubles()).toEqual(loaded);
  });
});
