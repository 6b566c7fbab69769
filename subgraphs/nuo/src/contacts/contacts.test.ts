import { type Answer, dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { idOf, nuoForTest, testDemo } from '../testing/index.ts';
import { ContactMoment } from './contact.entity.ts';

const record = `mutation ($input: RecordContactMomentInput!) { nuo { recordContactMoment(input: $input) { ... on ContactMomentRecorded {
  warnings contactMoment { id subject organisation { code } participants { name organisation { code } } } } } } }`;
const correct = `mutation ($input: CorrectContactMomentInput!) { nuo { correctContactMoment(input: $input) { __typename
  ... on ContactMomentCorrected { contactMoment { id subject correctionOf { id } } } ... on ContactMomentAlreadyCorrected { contactMoment { id } } } } }`;
const facts = {
  occurredAt: '2026-08-03T11:00:00+02:00',
  channel: 'VISIT',
  direction: 'OUTGOING',
  steering: 'AANBODGESTUURD',
  subject: 'Kennismaking',
  report: 'Goed gesprek.',
};
const employerId = idOf('employer', 0);
const user = 'wierden.accountmanager';

describe.each(dialects)('contact moments on %s', (dialect) => {
  it('are recorded for the caller and colleagues, and shown first', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const others = [{ employeeId: 'x1', name: 'Collega', organisation: 'nuo' }];
    const { data } = await nuo.ask(user, record, { input: { requestId: 'request-1', employerId, contactPersonId: idOf('person', 0), ...facts, others } });
    const { contactMoment, warnings } = data.nuo.recordContactMoment;
    expect(warnings).toEqual([]);
    expect(contactMoment.organisation.code).toBe('0189');
    expect(contactMoment.participants.map(({ name }: { name: string }) => name)).toEqual(['Demo accountmanager Wierden', 'Collega']);
    const list = await nuo.ask('nuo.coordinator', `{ employer(id: "${employerId}") { lastContact { id } contactMoments(last: 1) { nodes { id } } } }`);
    const one = (asker: string, id: string) => nuo.ask(asker, `{ contactMoment(id: "${id}") { subject employer { id } } }`);
    expect((await one('nuo.coordinator', contactMoment.id)).data).toEqual({ contactMoment: { subject: 'Kennismaking', employer: { id: employerId } } });
    expect((await one('almelo.accountmanager', idOf('moment', 999))).data).toEqual({ contactMoment: null });
    expect((await one('almelo.rapporteur', contactMoment.id)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect([list.data.employer.lastContact.id, list.data.employer.contactMoments.nodes[0].id]).toEqual([contactMoment.id, contactMoment.id]);
  });

  it('warn of a number that may be a BSN', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const { data } = await nuo.ask(user, record, { input: { requestId: 'request-1', employerId, ...facts, report: 'Kandidaat 999990019.' } });
    expect(data.nuo.recordContactMoment.warnings).toHaveLength(1);
  });

  it('are refused in the future, at an unknown employer, or with a person of another', async () => {
    const nuo = await nuoForTest(dialect, testDemo(2));
    const problems = async (more: object) =>
      (await nuo.ask(user, record, { input: { requestId: 'request-1', employerId, ...facts, ...more } })).errors?.[0]?.extensions['problems'].map(
        ({ path }: { path: string[] }) => path[1],
      );
    expect(await problems({ occurredAt: '2026-08-03T12:00:01+02:00', subject: '', others: [{ employeeId: '', name: 'X', organisation: 'uwv' }] })).toEqual([
      'occurredAt',
      'subject',
      'others',
      'others',
    ]);
    expect(await problems({ occurredAt: '2026-08-03T10:00:00' })).toEqual(['occurredAt']);
    expect(await problems({ employerId: idOf('employer', 7) })).toEqual(['employerId']);
    expect(await problems({ contactPersonId: idOf('person', 1) })).toEqual(['contactPersonId']);
    expect(await nuo.db.read.em.count(ContactMoment)).toBe(10);
  });

  it('page back in time', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const seen: string[] = [];
    let before: string | null = null;
    do {
      const query =
        'query ($id: ID!, $before: String) { employer(id: $id) { contactMoments(last: 2, before: $before) { nodes { subject } pageInfo { hasNextPage endCursor } } } }';
      const answer: Answer = await nuo.ask(user, query, { id: employerId, before });
      const { contactMoments } = answer.data.employer;
      seen.push(...contactMoments.nodes.map(({ subject }: { subject: string }) => subject));
      before = contactMoments.pageInfo.hasNextPage ? contactMoments.pageInfo.endCursor : null;
    } while (before !== null);
    expect(seen).toEqual(['Contact 4', 'Contact 3', 'Contact 2', 'Contact 1', 'Contact 0']);
  });

  it('are replaced by a correction of their own organisation, once', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const wrong = idOf('moment', 1);
    const input = (i: number) => ({
      requestId: `request-${i}`,
      contactMomentId: wrong,
      ...facts,
      occurredAt: '2026-02-01T09:00:00Z',
      subject: `Verbeterd ${i}`,
    });
    const answers = (await Promise.all([1, 2, 3].map((i) => nuo.ask(user, correct, { input: input(i) })))).map(({ data }) => data.nuo.correctContactMoment);
    const done = answers.filter(({ __typename }) => __typename === 'ContactMomentCorrected');
    expect(done).toHaveLength(1);
    expect(done[0].contactMoment.correctionOf.id).toBe(wrong);
    expect(new Set(answers.map(({ contactMoment }) => contactMoment.id)).size).toBe(1);
    const { data } = await nuo.ask(user, `{ employer(id: "${employerId}") { contactMoments { nodes { id } } } }`);
    const ids = data.employer.contactMoments.nodes.map(({ id }: { id: string }) => id);
    expect(ids).toHaveLength(5);
    expect(ids).toContain(done[0].contactMoment.id);
    expect(ids).not.toContain(wrong);
    const foreign = await nuo.ask('nuo.accountmanager', correct, { input: { ...input(4), contactMomentId: idOf('moment', 3) } });
    expect(foreign.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });
});
