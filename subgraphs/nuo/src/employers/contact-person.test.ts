import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { idOf, nuoForTest, testDemo, type TestNuo } from '../testing/index.ts';
import { ContactPerson } from './employer.entity.ts';

const add = `mutation ($input: AddContactPersonInput!) { nuo { addContactPerson(input: $input) { ... on ContactPersonAdded { alreadyKnown warnings contactPerson { id name } } } } }`;
const change = `mutation ($input: ChangeContactPersonInput!) { nuo { changeContactPerson(input: $input) { __typename
  ... on ContactPersonChanged { warnings contactPerson { email phone doNotContact preferredChannel preferenceNote verifiedOn active version branch { id } changedBy { name } } }
  ... on ContactPersonTaken { contactPerson { id } } ... on ContactPersonVersionConflict { currentVersion contactPerson { changedBy { name } } } } } }`;
const changeBranch = `mutation ($input: ChangeBranchInput!) { nuo { changeBranch(input: $input) { __typename
  ... on BranchChanged { branch { name postcode vestigingsnummer street version } } ... on BranchVersionConflict { currentVersion } ... on VestigingsnummerTaken { branch { id } } } } }`;
const user = 'wierden.accountmanager';
const [employerId, person, branch] = [idOf('employer', 0), idOf('person', 0), idOf('branch', 0)];

let requests = 0;
const send = async (nuo: TestNuo, document: string, input: object) =>
  nuo.ask(user, document, { input: { requestId: `person-test-${(requests += 1)}`, ...input } });
const added = async (nuo: TestNuo, input: object) => (await send(nuo, add, { employerId, name: 'Katrien', ...input })).data.nuo.addContactPerson;
const changed = async (nuo: TestNuo, input: object) =>
  (await send(nuo, change, { contactPersonId: person, expectedVersion: 1, ...input })).data.nuo.changeContactPerson;

describe.each(dialects)('a contact person on %s', (dialect) => {
  it('is one, however the same address or number is written by twenty at once', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const forms = ['+31546123450', '0031546123450', '0546123450', '0546-123450'];
    const byMail = Array.from({ length: 10 }, (_, i) => added(nuo, { email: i % 2 ? 'K@Donald.example' : 'k@donald.EXAMPLE' }));
    const byPhone = Array.from({ length: 10 }, (_, i) => added(nuo, { phone: forms[i % 4] }));
    const answers = await Promise.all([...byMail, ...byPhone]);
    expect(answers.filter(({ alreadyKnown }) => !alreadyKnown)).toHaveLength(2);
    for (const some of [answers.slice(0, 10), answers.slice(10)]) expect(new Set(some.map(({ contactPerson }) => contactPerson.id)).size).toBe(1);
    expect(await nuo.db.read.em.countBy(ContactPerson, { employerId })).toBe(3);
  });

  it('is found again at this employer only, and no longer when they have left', async () => {
    const nuo = await nuoForTest(dialect, testDemo(2));
    expect(await added(nuo, { phone: '0546 12 34 56' })).toMatchObject({ alreadyKnown: true, contactPerson: { id: person } });
    expect((await added(nuo, { employerId: idOf('employer', 1), email: 'p0@voorbeeld.example' })).alreadyKnown).toBe(false);
    await changed(nuo, { active: false });
    expect((await added(nuo, { phone: '0546123456' })).alreadyKnown).toBe(false);
    expect(await changed(nuo, { active: true, expectedVersion: 2 })).toMatchObject({ __typename: 'ContactPersonTaken' });
  });

  it('gets wishes, a branch and a day of checking, with a warning of a BSN in the note', async () => {
    const nuo = await nuoForTest(dialect, testDemo(2));
    const wishes = {
      doNotContact: true,
      preferredChannel: 'EMAIL',
      preferenceNote: 'Niet op\nmaandag; 999990019',
      verifiedOn: '2026-08-03',
      branchId: branch,
      phone: null,
    };
    const answer = await changed(nuo, wishes);
    expect(answer.contactPerson).toEqual({
      email: 'p0@voorbeeld.example',
      phone: null,
      doNotContact: true,
      preferredChannel: 'EMAIL',
      preferenceNote: 'Niet op\nmaandag; 999990019',
      verifiedOn: '2026-08-03',
      active: true,
      version: 2,
      branch: { id: branch },
      changedBy: { name: 'Demo accountmanager Wierden' },
    });
    expect(answer.warnings).toHaveLength(1);
    expect(await changed(nuo, { name: 'Ander' })).toMatchObject({ currentVersion: 2, contactPerson: { changedBy: { name: 'Demo accountmanager Wierden' } } });
    const wrong = await send(nuo, change, { contactPersonId: person, expectedVersion: 2, verifiedOn: '2026-08-04', active: null, email: 'x', name: null });
    expect(wrong.errors?.[0]?.extensions['problems'].map(({ path }: { path: string[] }) => path[1]).toSorted()).toEqual([
      'active',
      'email',
      'name',
      'verifiedOn',
    ]);
    const foreign = await send(nuo, change, { contactPersonId: person, expectedVersion: 2, branchId: idOf('branch', 1) });
    expect(foreign.errors?.[0]?.extensions['problems'][0].path).toEqual(['input', 'branchId']);
  });
});

describe.each(dialects)('a branch on %s', (dialect) => {
  it('is changed with its version, and its number is used once', async () => {
    const nuo = await nuoForTest(dialect, testDemo(2));
    const branchOf = async (input: object) => (await send(nuo, changeBranch, { branchId: branch, expectedVersion: 1, ...input })).data?.nuo?.changeBranch;
    const without = await send(nuo, changeBranch, { branchId: branch, expectedVersion: 1, vestigingsnummer: '000037178598' });
    expect(without.errors?.[0]?.extensions['problems'][0].path).toEqual(['input', 'vestigingsnummer']);
    await nuo.db.write(async (tx) => {
      await tx.em.query('UPDATE employer SET kvkNumber = ? WHERE id = ?', ['68750110', employerId]);
      await tx.em.query('UPDATE branch SET employerId = ? WHERE id = ?', [employerId, idOf('branch', 1)]);
    });
    expect(await branchOf({ vestigingsnummer: '000037178598', postcode: '7642 aa', street: null })).toEqual({
      __typename: 'BranchChanged',
      branch: { name: 'Bedrijf 0', postcode: '7642AA', vestigingsnummer: '000037178598', street: null, version: 2 },
    });
    expect(await branchOf({ name: 'Ander' })).toEqual({ __typename: 'BranchVersionConflict', currentVersion: 2 });
    expect(await branchOf({ branchId: idOf('branch', 1), vestigingsnummer: '000037178598' })).toEqual({
      __typename: 'VestigingsnummerTaken',
      branch: { id: branch },
    });
  });
});
