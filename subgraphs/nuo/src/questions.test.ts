import { readFileSync } from 'node:fs';
import { dialects } from '@werkplein/kernel/testing';
import { parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { ContactMoment } from './contacts/contact.entity.ts';
import { Branch, Employer } from './employers/employer.entity.ts';
import { nuoSubgraph } from './index.ts';
import { idOf, nuoForTest, testDemo } from './testing/index.ts';

// Each question of docs/questions/ as its page shows it, with the statements that its page promises.

const questions = new URL('../../../docs/questions/', import.meta.url);
const operation = (name: string): string => readFileSync(new URL(`${name}.graphql`, questions), 'utf8');
const promised = (name: string): number => Number(/SQL statements: (\d+)/.exec(readFileSync(new URL(`${name}.md`, questions), 'utf8'))?.[1]);
const [a, b, c] = [idOf('employer', 0), idOf('employer', 1), idOf('employer', 2)];

describe('an operation of docs/questions', () => {
  it.each(['q16-possible-duplicates', 'q17-never-approached', 'q22-merge-preview', 'q22-undo-merge', 'q23-concern'])(
    '%s is one fetch: the NUO answers all of it',
    (name) => {
      expect(validate(nuoSubgraph.schema, parse(operation(name)))).toEqual([]);
    },
  );
});

describe.each(dialects)('on %s', (dialect) => {
  it('Q16: the record to use is found while someone types', async () => {
    const nuo = await nuoForTest(dialect, testDemo(40));
    const variables = { name: 'Bedrijf 007', postcode: '7607AB', phone: '0546', kvkNumber: '12' };
    const { data, statements } = await nuo.ask('wierden.accountmanager', operation('q16-possible-duplicates'), variables);
    expect(data.possibleDuplicates).toHaveLength(10);
    expect(data.possibleDuplicates[0]).toMatchObject({ class: 'MEDIUM', reasons: ['SIMILAR_NAME', 'SAME_POSTCODE'], employer: { status: 'ACTIVE' } });
    expect(statements).toBe(promised('q16-possible-duplicates'));
  });

  it('Q17: employers of a municipality, section and size that nobody ever approached', async () => {
    const nuo = await nuoForTest(dialect, testDemo(6));
    await nuo.db.write(async (tx) => {
      await tx.em.update(Branch, { employerId: a }, { municipality: '0183' });
      await tx.em.update(Branch, { employerId: b }, { municipality: '0183' });
      await tx.em.update(Branch, { employerId: c }, { municipality: '0183' });
      await tx.em.update(Employer, { id: a }, { sbiCode: '01131', employees: 25 });
      await tx.em.update(Employer, { id: b }, { sbiCode: '1071', sbiVersion: 'SBI2008', employees: 10 });
      await tx.em.update(Employer, { id: c }, { sbiCode: '10710', employees: 9 });
      // Who called us was not approached.
      await tx.em.update(ContactMoment, { employerAliasId: b }, { direction: 'INCOMING' });
    });
    const ask = (variables: object) =>
      nuo.ask('nuo.accountmanager', operation('q17-never-approached'), { municipality: '0183', sections: ['A', 'C'], minEmployees: 10, ...variables });
    const { data, statements } = await ask({});
    expect(data.employers.nodes).toMatchObject([{ id: b, employees: 10, sbi: { code: '1071', version: 'SBI2008' }, branches: [{ municipality: '0183' }] }]);
    expect(statements).toBe(promised('q17-never-approached'));
    expect((await ask({ sections: ['A'] })).data.employers.nodes).toEqual([]);
    expect((await ask({ sections: ['A', 'Z'] })).errors?.[0]?.extensions['problems'][0].path).toEqual(['filter', 'sbiSections', 1]);
  });

  it('Q22: a merge is previewed, done and undone', async () => {
    const nuo = await nuoForTest(dialect, testDemo(3));
    const input = { requestId: 'question-22', survivorId: b, vanishingId: a, survivorVersion: 1, vanishingVersion: 1 };
    const told = await nuo.ask('nuo.coordinator', operation('q22-merge-preview'), { input: { ...input, dryRun: true } });
    expect(told.data.nuo.mergeEmployers).toMatchObject({ __typename: 'MergePreview', samePersons: 1, vanishing: { id: a } });
    // The first command ever of the caller takes more: it makes them known.
    const again = await nuo.ask('nuo.coordinator', operation('q22-merge-preview'), { input: { ...input, dryRun: true } });
    expect(again.statements).toBe(promised('q22-merge-preview'));
    const done = await nuo.ask('nuo.coordinator', operation('q22-merge-preview'), { input });
    const undone = await nuo.ask('nuo.coordinator', operation('q22-undo-merge'), {
      input: { requestId: 'question-22b', mergeId: done.data.nuo.mergeEmployers.mergeId },
    });
    expect(undone.data.nuo.undoMerge).toMatchObject({ __typename: 'MergeUndone', restored: { id: a, status: 'ACTIVE' }, addedSince: [], changedSince: [] });
  });

  it('Q23: a concern with its parts and their branches', async () => {
    const nuo = await nuoForTest(dialect, testDemo(30));
    await nuo.db.write(async (tx) => {
      for (let i = 2; i < 30; i += 1) await tx.em.update(Employer, { id: idOf('employer', i) }, { parentId: b });
      await tx.em.update(Employer, { id: b }, { parentId: a });
    });
    const { data, statements } = await nuo.ask('nuo.accountmanager', operation('q23-concern'), { id: b });
    expect(data.employer.concern.parent.id).toBe(a);
    expect(data.employer.concern.children).toHaveLength(28);
    expect(data.employer.concern.children[0]).toMatchObject({ id: c, branches: [{ name: 'Bedrijf 2', main: true }] });
    expect(statements).toBe(promised('q23-concern'));
  });
});
