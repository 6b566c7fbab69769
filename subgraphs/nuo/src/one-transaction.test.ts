import { AuditEvent, CommandRequest, OutboxEvent, ProcessingLogLine } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { ContactPlan } from './contact-plans/contact-plan.entity.ts';
import { planInput, planMutation } from './contact-plans/contact-plan.testing.ts';
import { nuoForTest, testDemo } from './testing/index.ts';

// A command's effect, audit row, event, processing lines and answer: all of them are there, or none.

const tables = { contact_plan: ContactPlan, audit_event: AuditEvent, outbox_event: OutboxEvent, processing_log: ProcessingLogLine };

describe.each(dialects)('a command on %s', (dialect) => {
  it.each([
    ['its effect', 'INSERT', 'contact_plan'],
    ['its audit row', 'INSERT', 'audit_event'],
    ['its event', 'INSERT', 'outbox_event'],
    ['its processing lines', 'INSERT', 'processing_log'],
    ['its answer', 'UPDATE', 'command_request'],
  ])('that cannot write %s leaves nothing, and has its whole effect when it is sent again', async (_, verb, table) => {
    const nuo = await nuoForTest(dialect, { employers: testDemo(1).employers });
    const { em } = nuo.db.read;
    const counts = async () => Object.fromEntries(await Promise.all(Object.entries(tables).map(async ([name, entity]) => [name, await em.count(entity)])));
    const run = (sql: string) => nuo.db.write((tx) => tx.em.query(sql));
    const refusing = dialect === 'sqlite' ? `BEGIN SELECT RAISE(ABORT, 'refused'); END` : `FOR EACH ROW SIGNAL SQLSTATE '45000'`;
    const input = planInput();
    const ask = () => nuo.ask('nuo.accountmanager', planMutation, { input });

    const before = await counts();
    await run(`CREATE TRIGGER refusing BEFORE ${verb} ON ${table} ${refusing}`);
    try {
      expect((await ask()).errors?.[0]?.extensions['code']).toMatch(/^(INTERNAL|PROCESSING_LOG_UNAVAILABLE)$/);
      expect([await counts(), await em.count(CommandRequest)]).toEqual([before, 0]);
    } finally {
      await run('DROP TRIGGER refusing');
    }
    for (const alreadyDone of [false, true]) {
      expect([alreadyDone, (await ask()).data.nuo.planContact.__typename]).toEqual([alreadyDone, 'ContactPlanned']);
      expect([await em.count(ContactPlan), await em.count(AuditEvent), await em.count(OutboxEvent), await em.count(CommandRequest)]).toEqual([1, 1, 1, 1]);
    }
  });
});
