import { type Database, fixedClock } from '@werkplein/kernel';
import { dialects, serveForTest } from '@werkplein/kernel/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ContactMoment } from '../contacts/contact.entity.ts';
import { Branch, ContactPerson, Employer, EmployerAlias } from '../employers/employer.entity.ts';
import { nuoEntities, nuoSubgraph } from '../index.ts';
import { Placement } from '../placements/placement.entity.ts';
import { idOf, nuoForTest, testDemo, type TestNuo } from '../testing/index.ts';
import { type MergeEntry, mergeRegistry } from './merge-registry.ts';

const coordinator = 'nuo.coordinator';
const [a, b, c] = [idOf('employer', 0), idOf('employer', 1), idOf('employer', 2)];
const merge = `mutation ($input: MergeEmployersInput!) { nuo { mergeEmployers(input: $input) { __typename
  ... on EmployersMerged { mergeId warnings counts { type count } employer { id legalName kvkNumber status version } }
  ... on MergePreview { counts { type count } fields { field survivor vanishing result } samePersons toChoose { subject message } needsReason survivor { id } vanishing { id } }
  ... on MergeRefused { refusal employer { id } } ... on EmployerVersionConflict { currentVersion employer { id } } } } }`;
const undo = `mutation ($input: UndoMergeInput!) { nuo { undoMerge(input: $input) { __typename
  ... on MergeUndone { survivor { id } restored { id status } addedSince { type ids } changedSince } ... on UndoRefused { refusal laterMergeId } } } }`;
const record =
  'mutation ($input: RecordContactMomentInput!) { nuo { recordContactMoment(input: $input) { ... on ContactMomentRecorded { contactMoment { id } } } } }';
const addPerson = `mutation ($input: AddContactPersonInput!) { nuo { addContactPerson(input: $input) { ... on ContactPersonAdded { alreadyKnown contactPerson { id } } } } }`;
const facts = { occurredAt: '2026-08-03T09:00:00Z', channel: 'VISIT', direction: 'OUTGOING', steering: 'VRAAGGESTUURD', subject: 'Bezoek', report: '' };

let requests = 0;
const requestId = (): string => `merge-test-${(requests += 1)}`;
const of = (vanishingId: string, survivorId: string, more: object = {}) => ({
  requestId: requestId(),
  survivorId,
  vanishingId,
  survivorVersion: 1,
  vanishingVersion: 1,
  ...more,
});
const mergeOf = async (nuo: TestNuo, vanishing: string, survivor: string, more: object = {}) =>
  (await nuo.ask(coordinator, merge, { input: of(vanishing, survivor, more) })).data.nuo.mergeEmployers;
const undoOf = async (nuo: Pick<TestNuo, 'ask'>, mergeId: string) =>
  (await nuo.ask(coordinator, undo, { input: { requestId: requestId(), mergeId } })).data.nuo.undoMerge;

/** Everything that a merge may touch, except the versions. */
const split = async (db: Database) => {
  const employers = (await db.read.em.find(Employer, { order: { id: 'ASC' } })).map(({ version: _v, changedAt: _a, changedBy: _b, ...row }) => row);
  const others = await Promise.all(
    [Branch, ContactPerson, EmployerAlias, ContactMoment, Placement].map((entity) => db.read.em.find<object>(entity, { order: { id: 'ASC' } })),
  );
  return [employers, ...others];
};

describe('the merge registry', () => {
  it('knows every column that refers to an employer, a branch or a contact person', async () => {
    const { db } = await nuoForTest('sqlite');
    const targets = new Set<unknown>([Employer, EmployerAlias, Branch, ContactPerson]);
    const referring = nuoEntities.flatMap((entity) =>
      db.read.em.connection
        .getMetadata(entity)
        .foreignKeys.filter((key) => targets.has(key.referencedEntityMetadata.target))
        .map((key) => `${key.entityMetadata.tableName}.${key.columnNames.join()}`),
    );
    const registered = mergeRegistry.map(({ entity, column }) => `${db.read.em.connection.getMetadata(entity).tableName}.${column}`);
    expect(registered.toSorted()).toEqual(referring.toSorted());
    expect(referring).toContain('placement.branchId');
  });
});

describe.each(dialects)('a merge on %s', (dialect) => {
  it('is told before it is done, and a dry run writes nothing', async () => {
    const nuo = await nuoForTest(dialect, testDemo(2));
    const before = await split(nuo.db);
    const told = await mergeOf(nuo, a, b, { dryRun: true, fromVanishing: ['LEGAL_NAME'] });
    expect(told).toMatchObject({
      counts: expect.arrayContaining([
        { type: 'branch', count: 1 },
        { type: 'contact_person', count: 1 },
        { type: 'contact_moment', count: 5 },
        { type: 'placement', count: 2 },
      ]),
      fields: [{ field: 'LEGAL_NAME', survivor: 'Bedrijf 0001 B.V.', vanishing: 'Bedrijf 0000 B.V.', result: 'Bedrijf 0000 B.V.' }],
      samePersons: 1,
      needsReason: false,
    });
    expect(await split(nuo.db)).toEqual(before);
  });

  it('gives the survivor everything under both ids, with the chosen fields', async () => {
    const nuo = await nuoForTest(dialect, testDemo(2));
    await nuo.db.write(async (tx) => {
      await tx.em.update(Employer, { id: a }, { kvkNumber: '68750110', indNonMailing: true, employees: 99 });
      await tx.em.update(Employer, { id: b }, { kvkNumber: '69599084', employees: 5 });
      await tx.em.update(ContactPerson, { id: idOf('person', 0) }, { doNotContact: true });
    });
    const unreasoned = await nuo.ask(coordinator, merge, { input: of(a, b) });
    expect(unreasoned.errors?.[0]?.extensions['problems'][0].path).toEqual(['input', 'reason']);
    const done = await mergeOf(nuo, a, b, { fromVanishing: ['KVK_NUMBER'], reason: 'Zelfde bedrijf na overname' });
    expect(done.employer).toMatchObject({ id: b, kvkNumber: '68750110', version: 2 });
    const query = `query ($id: ID!) { employer(id: $id) { id employees indNonMailing branches { main } contactPersons { doNotContact } contactMoments(last: 20) { nodes { id } } placements { nodes { id } } } }`;
    const [old, current] = [await nuo.ask(coordinator, query, { id: a }), await nuo.ask(coordinator, query, { id: b })];
    expect(old.data).toEqual(current.data);
    expect(current.data.employer).toMatchObject({ id: b, employees: 5, indNonMailing: true, contactPersons: [{ doNotContact: true }] });
    expect(current.data.employer.branches.map(({ main }: { main: boolean }) => main)).toEqual([true, false]);
    expect([current.data.employer.contactMoments.nodes.length, current.data.employer.placements.nodes.length]).toEqual([10, 4]);
    const byNumber = await nuo.ask(coordinator, '{ one: employerByKvkNumber(kvkNumber: "69599084") { id } employers { nodes { id } } }');
    expect(byNumber.data).toEqual({ one: { id: b }, employers: { nodes: [{ id: b }] } });
  });

  it('is refused for one employer, a merged one, a blocked one, and versions that have passed', async () => {
    const nuo = await nuoForTest(dialect, testDemo(4));
    await nuo.db.write((tx) => tx.em.update(Employer, { id: idOf('employer', 3) }, { status: 'BLOCKED' }));
    expect(await mergeOf(nuo, a, a)).toMatchObject({ refusal: 'SELF', employer: { id: a } });
    expect(await mergeOf(nuo, idOf('employer', 3), a)).toMatchObject({ refusal: 'BLOCKED', employer: { id: idOf('employer', 3) } });
    expect(await mergeOf(nuo, a, b, { survivorVersion: 7 })).toMatchObject({ currentVersion: 1, employer: { id: b } });
    await mergeOf(nuo, a, b);
    expect(await mergeOf(nuo, c, a)).toMatchObject({ refusal: 'ALREADY_MERGED', employer: { id: b } });
    expect(await mergeOf(nuo, a, c, { dryRun: true })).toMatchObject({ refusal: 'ALREADY_MERGED', employer: { id: b } });
    const nobody = await nuo.ask(coordinator, merge, { input: of(idOf('employer', 9), c) });
    expect(nobody.errors?.[0]?.extensions['problems'][0].path).toEqual(['input', 'vanishingId']);
    const refused = await nuo.ask('nuo.accountmanager', merge, { input: of(b, c) });
    expect(refused.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('and its opposite at once leave one answer each, and no deadlock', async () => {
    const nuo = await nuoForTest(dialect, testDemo(2));
    const [one, other] = await Promise.all([mergeOf(nuo, a, b), mergeOf(nuo, b, a)]);
    expect([one.__typename as string, other.__typename as string].toSorted()).toEqual(['EmployersMerged', 'MergeRefused']);
    const [won, lost] = one.__typename === 'EmployersMerged' ? [one, other] : [other, one];
    expect(lost).toMatchObject({ refusal: 'ALREADY_MERGED', employer: { id: won.employer.id } });
  });

  it('follows a merge of its survivor, so that no pointer leads to a merged one', async () => {
    const nuo = await nuoForTest(dialect, testDemo(3));
    const [first, second] = [await mergeOf(nuo, a, b), await mergeOf(nuo, b, c, { vanishingVersion: 2 })];
    const rows = await nuo.db.read.em.find(Employer, { order: { id: 'ASC' } });
    expect(rows.map(({ mergedIntoId, status }) => [mergedIntoId, status])).toEqual([
      [c, 'MERGED'],
      [c, 'MERGED'],
      [null, 'ACTIVE'],
    ]);
    expect((await nuo.ask(coordinator, `{ employer(id: "${a}") { id contactMoments(last: 50) { nodes { id } } } }`)).data.employer).toMatchObject({ id: c });
    expect(await undoOf(nuo, first.mergeId)).toMatchObject({ refusal: 'LATER_MERGE', laterMergeId: second.mergeId });
    expect((await undoOf(nuo, second.mergeId)).__typename).toBe('MergeUndone');
    expect((await undoOf(nuo, first.mergeId)).__typename).toBe('MergeUndone');
  });

  it('leaves no concern in which an employer is a part of itself', async () => {
    const nuo = await nuoForTest(dialect, testDemo(4));
    const d = idOf('employer', 3);
    // d > a > c > b: the vanishing a is above the survivor b.
    await nuo.db.write(async (tx) => {
      for (const [id, parentId] of [
        [a, d],
        [c, a],
        [b, c],
      ] as const)
        await tx.em.update(Employer, { id }, { parentId });
    });
    const done = await mergeOf(nuo, a, b);
    const parents = new Map((await nuo.db.read.em.find(Employer)).map(({ id, parentId }) => [id, parentId]));
    expect([parents.get(b), parents.get(c)]).toEqual([d, b]);
    await undoOf(nuo, done.mergeId);
    const again = new Map((await nuo.db.read.em.find(Employer)).map(({ id, parentId }) => [id, parentId]));
    expect([again.get(a), again.get(b), again.get(c)]).toEqual([d, c, a]);
  });

  it('is undone to exactly the split from before; what came since stays and is listed', async () => {
    const nuo = await nuoForTest(dialect, testDemo(3));
    await nuo.db.write(async (tx) => {
      await tx.em.update(Employer, { id: a }, { kvkNumber: '68750110', websites: ['a.example'] });
      await tx.em.update(Employer, { id: b }, { kvkNumber: '69599084', tradeNames: ['Bee'] });
    });
    const before = await split(nuo.db);
    const { mergeId } = await mergeOf(nuo, a, b, { fromVanishing: ['KVK_NUMBER', 'LEGAL_NAME'], reason: 'Eén bedrijf' });
    expect(await split(nuo.db)).not.toEqual(before);
    const later = await nuo.ask('wierden.accountmanager', record, { input: { requestId: requestId(), employerId: a, ...facts } });
    const { id } = later.data.nuo.recordContactMoment.contactMoment;
    expect(await undoOf(nuo, mergeId)).toEqual({
      __typename: 'MergeUndone',
      survivor: { id: b },
      restored: { id: a, status: 'ACTIVE' },
      addedSince: [{ type: 'contact_moment', ids: [id] }],
      changedSince: [],
    });
    await nuo.db.write(async (tx) => {
      const moment = await tx.em.findOneByOrFail(ContactMoment, { id });
      expect(moment.employerAliasId).toBe(b);
      await tx.em.query('DELETE FROM contact_moment_participant WHERE contactMomentId = ?', [id]);
      await tx.em.delete(ContactMoment, { id });
    });
    expect(await split(nuo.db)).toEqual(before);
    expect(await undoOf(nuo, mergeId)).toMatchObject({ refusal: 'ALREADY_UNDONE' });
  });

  it('is listed with its survivor for who may undo it', async () => {
    const nuo = await nuoForTest(dialect, testDemo(2));
    const { mergeId } = await mergeOf(nuo, a, b);
    const query = `{ employer(id: "${b}") { merges { id reversibleUntil undoneAt vanished { id status } mergedBy { name } } } }`;
    expect((await nuo.ask(coordinator, query)).data.employer.merges).toEqual([
      {
        id: mergeId,
        reversibleUntil: '2026-09-02T10:00:00.000Z',
        undoneAt: null,
        vanished: { id: a, status: 'MERGED' },
        mergedBy: { name: 'Demo coordinator NUO' },
      },
    ]);
    const other = await nuo.ask('nuo.accountmanager', query);
    expect([other.data.employer.merges, other.errors?.[0]?.extensions['code']]).toEqual([null, 'FORBIDDEN']);
  });

  it('is refused until what both have and one can is chosen', async () => {
    const nuo = await nuoForTest(dialect, testDemo(2));
    const entry: MergeEntry = {
      entity: Branch,
      column: 'employerId',
      how: 'kept',
      toChoose: async () => [{ subject: 'owner', message: 'Kies de accounthouder.' }],
      afterMerge: async (_, { choices }) => [`gekozen: ${choices.get('owner')}`],
    };
    (mergeRegistry as MergeEntry[]).push(entry);
    onTestFinished(() => {
      (mergeRegistry as MergeEntry[]).pop();
    });
    const told = await mergeOf(nuo, a, b, { dryRun: true });
    expect(told.toChoose).toEqual([{ subject: 'owner', message: 'Kies de accounthouder.' }]);
    const refused = await nuo.ask(coordinator, merge, { input: of(a, b) });
    expect(refused.errors?.[0]?.extensions['problems'][0].path).toEqual(['input', 'choices', 'owner']);
    const done = await mergeOf(nuo, a, b, { choices: [{ subject: 'owner', keep: 'VANISHING' }] });
    expect(done.warnings).toEqual(['gekozen: VANISHING']);
  });

  it('keeps a field that was changed since, and says so', async () => {
    const nuo = await nuoForTest(dialect, testDemo(2));
    const { mergeId } = await mergeOf(nuo, a, b, { fromVanishing: ['LEGAL_NAME'] });
    await nuo.db.write((tx) => tx.em.update(Employer, { id: b }, { legalName: 'Nieuwe Naam' }));
    expect((await undoOf(nuo, mergeId)).changedSince).toEqual(['employer.legalName']);
    expect((await nuo.db.read.em.findOneByOrFail(Employer, { id: b })).legalName).toBe('Nieuwe Naam');
  });

  it('can be undone on the 30th day and no longer on the 31st', async () => {
    const nuo = await nuoForTest(dialect, testDemo(2));
    const { mergeId } = await mergeOf(nuo, a, b);
    const at = async (time: string) => {
      const later = await serveForTest('nuo', 'nuo', nuoSubgraph, nuo.db, fixedClock(time));
      onTestFinished(() => later.server.stop());
      return undoOf(later, mergeId);
    };
    expect(await at('2026-09-02T10:00:00.001Z')).toMatchObject({ refusal: 'TOO_LATE' });
    expect((await at('2026-09-02T10:00:00Z')).__typename).toBe('MergeUndone');
  });

  it('loses nothing of 20 who write to the vanishing employer at the same time', async () => {
    const nuo = await nuoForTest(dialect, testDemo(2));
    const writing = Array.from({ length: 20 }, async (_, i) => {
      const moment = { requestId: requestId(), employerId: a, contactPersonId: i % 2 ? null : idOf('person', 0), ...facts };
      // Every other writer adds a person: ten addresses, two writers each.
      const person = {
        requestId: requestId(),
        employerId: i % 4 < 2 ? a : b,
        name: `Nieuw ${i}`,
        email: `${i % 2 ? 'NIEUW' : 'nieuw'}${Math.floor(i / 2)}@voorbeeld.example`,
      };
      const [m, p] = [
        await nuo.ask('wierden.accountmanager', record, { input: moment }),
        await nuo.ask('wierden.accountmanager', addPerson, { input: person }),
      ];
      return { m, p };
    });
    const merged = mergeOf(nuo, a, b);
    const written = await Promise.all(writing);
    expect((await merged).__typename).toBe('EmployersMerged');
    expect(written.flatMap(({ m, p }) => [...(m.errors ?? []), ...(p.errors ?? [])])).toEqual([]);
    const { data } = await nuo.ask(coordinator, `{ employer(id: "${a}") { id contactMoments(last: 200) { nodes { id } } contactPersons { email } } }`);
    expect(data.employer.id).toBe(b);
    expect(data.employer.contactMoments.nodes).toHaveLength(10 + 20);
    const emails = data.employer.contactPersons.map(({ email }: { email: string }) => email);
    expect(new Set(emails).size).toBe(emails.length);
    expect(emails.filter((email: string) => email.startsWith('nieuw'))).toHaveLength(10);
  });
});
