import { readFileSync } from 'node:fs';
import { dialects } from '@werkplein/kernel/testing';
import { parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { Employer } from '../employers/employer.entity.ts';
import { nuoSubgraph } from '../index.ts';
import { idOf, loggingStatements, nuoForTest, testDemo, type TestNuo } from '../testing/index.ts';
import { contactOn, nextRequest, plan } from './contact-plan.testing.ts';

// Each question of docs/questions/ as its page shows it, with the statements that its page promises.

const questions = new URL('../../../../docs/questions/', import.meta.url);
const operation = (name: string): string => readFileSync(new URL(`${name}.graphql`, questions), 'utf8');
const promised = (name: string): number => Number(/SQL statements: (\d+)/.exec(readFileSync(new URL(`${name}.md`, questions), 'utf8'))?.[1]);

const [employerId, contactPersonId] = [idOf('employer', 0), idOf('person', 0)];
const user = 'wierden.accountmanager';

/** An employer with a contact of yesterday and a plan of the NUO for today. */
const withPlan = async (dialect: (typeof dialects)[number]): Promise<TestNuo> => {
  const nuo = await nuoForTest(dialect, { ...testDemo(1), contactMoments: [] });
  await contactOn(nuo, 'nuo.accountmanager', '2026-08-02', { subject: 'Vacature besproken', contactPersonId });
  await plan(nuo, 'nuo.accountmanager', { window: { from: '2026-08-03', until: '2026-08-12' } });
  return nuo;
};

describe('an operation of docs/questions', () => {
  it.each(['q11-may-i-call-today', 'q11-claim', 'q13-last-and-next-contact', 'q14-may-i-approach'])('%s is one fetch: the NUO answers all of it', (name) => {
    expect(validate(nuoSubgraph.schema, parse(operation(name)))).toEqual([]);
  });
});

describe.each(dialects)('on %s', (dialect) => {
  it('Q11: who else is about to call is seen, and the claim says who holds it', async () => {
    const nuo = await withPlan(dialect);
    const candidateIds = [idOf('client', 1, '0189')];
    const variables = { employerId, contactPersonId, today: '2026-08-03', from: '2026-08-01', until: '2026-08-31', candidateIds };
    const { data, errors, statements } = await nuo.ask(user, operation('q11-may-i-call-today'), variables);
    expect(errors).toBeUndefined();
    expect(data.mayApproach).toMatchObject({ answer: 'NO', obstacles: [{ kind: 'PLAN_CLASH' }, { kind: 'COOL_DOWN' }], firstFreeDay: '2026-08-16' });
    expect(data.employer.contactCalendar.nodes).toHaveLength(2);
    expect(statements).toBe(promised('q11-may-i-call-today') + loggingStatements);
    const window = { from: '2026-08-03', until: '2026-08-03' };
    const input = {
      requestId: nextRequest(),
      employerId,
      contactPersonId,
      purpose: 'PROPOSAL',
      steering: 'AANBODGESTUURD',
      channel: 'PHONE',
      window,
      candidateIds,
    };
    const claim = await nuo.ask(user, operation('q11-claim'), { input });
    expect(claim.data.nuo.planContact).toMatchObject({
      __typename: 'ContactConflict',
      holder: { organisation: { name: 'NUO' } },
      window: { until: '2026-08-12' },
    });
  });

  it('Q13: the last contact and the next of any organisation', async () => {
    const nuo = await withPlan(dialect);
    await nuo.db.write((tx) => tx.em.update(Employer, { id: employerId }, { kvkNumber: '68750110' }));
    const { data, errors, statements } = await nuo.ask(user, operation('q13-last-and-next-contact'), { kvkNumber: '68750110' });
    expect(errors).toBeUndefined();
    expect(data.employerByKvkNumber).toMatchObject({
      lastContact: { subject: 'Vacature besproken', organisation: { name: 'NUO' }, contactPerson: { name: 'Persoon 0' } },
      nextContact: { window: { from: '2026-08-03', until: '2026-08-12' }, owner: { name: 'Demo accountmanager NUO' } },
    });
    expect(statements).toBe(promised('q13-last-and-next-contact') + loggingStatements);
  });

  it('Q14: who holds it, until when, and what can be done', async () => {
    const nuo = await withPlan(dialect);
    const variables = { employerId, contactPersonId, window: { from: '2026-08-10', until: '2026-08-14' }, purpose: 'VACANCY' };
    const { data, errors, statements } = await nuo.ask(user, operation('q14-may-i-approach'), variables);
    expect(errors).toBeUndefined();
    expect(data.mayApproach.options.map(({ kind }: { kind: string }) => kind)).toEqual(['JOIN', 'ASK_HANDOVER', 'WAIT_UNTIL']);
    expect(data.mayApproach.obstacles[0]).toMatchObject({
      holder: { name: 'Demo accountmanager NUO' },
      window: { until: '2026-08-12' },
      freeFrom: '2026-08-13',
    });
    expect(statements).toBe(promised('q14-may-i-approach'));
  });
});
