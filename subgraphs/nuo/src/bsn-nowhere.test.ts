import { Writable } from 'node:stream';
import { newLogger } from '@werkplein/kernel';
import { databaseForTest, dialects, serveForTest } from '@werkplein/kernel/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadDemo, nuoEntities, nuoMigrations, nuoSubgraph } from './index.ts';
import { idOf, testClock, testDemo, testId } from './testing/index.ts';

const bsn = '999990019';
const text = `Bel over ${bsn} maandag`;
const contact = { occurredAt: '2026-08-03T09:00:00Z', channel: 'VISIT', direction: 'OUTGOING', steering: 'VRAAGGESTUURD' };
const employerId = idOf('employer', 0);
const warning = (field: string): string => `Het veld "${field}" bevat een getal dat een burgerservicenummer kan zijn. Haal het weg.`;

/** Tables that tell what happened, or are sent on: no text of a caller belongs there. */
const traces = ['audit_event', 'command_request', 'outbox_event', 'access_event', 'processing_log', 'processing_unshipped'];

describe.each(dialects)('a BSN typed in a free text of the NUO on %s', (dialect) => {
  it('is warned of, and is in no log, event, audit or stored answer', async () => {
    const lines: string[] = [];
    const sink = new Writable({ write: (chunk: Buffer, _encoding, done) => (lines.push(chunk.toString()), done()) });
    const db = await databaseForTest(dialect, { entities: nuoEntities, migrations: nuoMigrations });
    await loadDemo(db, testDemo(2));
    const nuo = await serveForTest('nuo', 'nuo', nuoSubgraph, db, testClock, { log: newLogger('nuo', 'trace', sink) });
    onTestFinished(() => nuo.server.stop());
    let requests = 0;
    const run = async (command: string, type: string, member: string, input: object, fields = '', user = 'nuo.coordinator') => {
      const document = `mutation ($input: ${type}!) { nuo { ${command}(input: $input) { __typename ... on ${member} { warnings ${fields} } } } }`;
      const { data, errors } = await nuo.ask(user, document, { input: { requestId: `nowhere-${(requests += 1)}-${command}`.slice(0, 64), ...input } });
      expect(errors).toBeUndefined();
      expect(data.nuo[command].__typename).toBe(member);
      return data.nuo[command];
    };
    const moment = await run('recordContactMoment', 'RecordContactMomentInput', 'ContactMomentRecorded', {
      employerId,
      ...contact,
      subject: text,
      report: text,
    });
    expect(moment.warnings).toEqual([warning('subject'), warning('report')]);
    const task = await run('createTask', 'CreateTaskInput', 'TaskSaved', { title: text, dueOn: '2026-08-10', employerId });
    expect(task.warnings).toEqual([warning('title')]);
    const vacancy = await run('registerVacancy', 'RegisterVacancyInput', 'VacancyRegistered', {
      employerId,
      title: text,
      description: text,
      occupation: 'Inpakker',
      confirm: true,
    });
    expect(vacancy.warnings).toEqual([warning('title'), warning('description')]);
    const proposing = { candidateId: testId(9, 1, '0141'), employerId };
    const { proposal } = await run('proposeCandidate', 'ProposeCandidateInput', 'CandidateProposed', proposing, 'proposal { id }');
    const rejecting = { proposalId: proposal.id, expectedVersion: 1, to: 'REJECTED', reason: text };
    expect((await run('changeProposal', 'ChangeProposalInput', 'ProposalChanged', rejecting)).warnings).toEqual([warning('reason')]);
    const owned = await run('assignAccountOwner', 'AssignAccountOwnerInput', 'AccountOwnerAssigned', { employerId, owner: null }, 'account { id version }');
    const plan = { accountId: owned.account.id, expectedVersion: owned.account.version, goal: text, agreements: text, opportunities: '', team: [] };
    expect((await run('changeAccount', 'ChangeAccountInput', 'AccountSaved', plan)).warnings).toEqual([warning('goal'), warning('agreements')]);
    const window = { from: '2026-08-10', until: '2026-08-12' };
    const refused = await nuo.ask('nuo.coordinator', 'mutation ($input: PlanContactInput!) { nuo { planContact(input: $input) { __typename } } }', {
      input: { requestId: 'nowhere-plan', employerId, purpose: 'VACANCY', steering: 'VRAAGGESTUURD', channel: 'VISIT', window, confirm: true, reason: text },
    });
    expect(refused.errors?.[0]?.extensions['code']).toBe('BAD_INPUT');
    const names = new Set(db.read.em.connection.entityMetadatas.map(({ tableName }) => tableName));
    for (const table of traces) {
      expect(names).toContain(table);
      expect(JSON.stringify(await db.read.em.query<object[]>(`SELECT * FROM ${table}`))).not.toContain(bsn);
    }
    expect(JSON.stringify([refused, lines])).not.toContain(bsn);
    // The net catches: it does stand where the caller put it.
    expect(JSON.stringify(await db.read.em.query<object[]>('SELECT * FROM contact_moment'))).toContain(bsn);
  });
});
