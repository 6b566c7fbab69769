import { municipalities, NUO, openDatabase } from '@werkplein/kernel';
import type { Kept, Operation } from './history.ts';

/** What each command is called where it is kept, in audit rows and under its requestId. */
const commands: Record<string, Operation['kind']> = {
  ContactMomentRecord: 'contact',
  ContactPlan: 'claim',
  ContactPlanCancel: 'release',
  registerClient: 'client',
};
const eventTypes: Record<string, Operation['kind']> = { ContactMomentRecorded: 'contact', ContactPlanned: 'claim', ContactPlanCancelled: 'release' };

const effectsAt: Record<string, readonly [kind: Operation['kind'], sql: string][]> = {
  [NUO]: [
    ['contact', 'SELECT id FROM contact_moment'],
    ['claim', 'SELECT id FROM contact_plan'],
    ['release', "SELECT id FROM contact_plan WHERE status = 'CANCELLED'"],
  ],
  ...Object.fromEntries(municipalities.map(({ field }) => [field, [['client', 'SELECT id FROM client']]])),
};

interface KeptAnswer {
  __typename: string;
  contactMomentId?: string;
  contactPlanId?: string;
  clientId?: string;
  alreadyPlanned?: boolean;
}

/** JSON that one driver gives as its text and the other as what it says. */
const parsed = (value: unknown): unknown => (typeof value === 'string' ? JSON.parse(value) : value);
const makes = new Set(['ContactMomentRecorded', 'ContactPlanned', 'ContactPlanCancelled', 'ClientRegistered']);

/** Reads what the databases of the graph hold, past the graph; everything in them is of the load. */
export const keptIn = async (urls: Readonly<Record<string, string>>): Promise<Kept> => {
  const kept: Kept = { effects: [], audits: [], events: [], requests: [] };
  for (const [name, url] of Object.entries(urls)) {
    const db = await openDatabase({ url, entities: [], migrations: [] });
    const rows = <T>(sql: string): Promise<T[]> => db.read.em.query<T[]>(sql);
    for (const [kind, sql] of effectsAt[name] ?? []) for (const { id } of await rows<{ id: string }>(sql)) kept.effects.push({ kind, id });
    for (const { action, subjectIds } of await rows<{ action: string; subjectIds: unknown }>('SELECT action, subjectIds FROM audit_event')) {
      const kind = commands[action];
      if (kind) kept.audits.push({ kind, ids: parsed(subjectIds) as string[] });
    }
    const answered = await rows<{ employeeId: string; requestId: string; command: string; answer: unknown }>(
      'SELECT employeeId, requestId, command, answer FROM command_request WHERE answer IS NOT NULL',
    );
    for (const { employeeId, requestId, command, answer } of answered) {
      const kind = commands[command];
      if (!kind) continue;
      const given = parsed(answer) as KeptAnswer;
      const made = makes.has(given.__typename);
      const id = made ? (given.contactMomentId ?? given.contactPlanId ?? given.clientId ?? null) : null;
      kept.requests.push({ kind, employeeId, requestId, id, made: made && given.alreadyPlanned !== true });
    }
    if (name === NUO)
      for (const { id, type, aggregateId } of await rows<{ id: string; type: string; aggregateId: string }>(
        'SELECT id, type, aggregateId FROM outbox_event ORDER BY position',
      )) {
        const kind = eventTypes[type];
        if (kind) kept.events.push({ id, kind, about: aggregateId });
      }
    await db.close();
  }
  return kept;
};

/** Whether every event has its place in the one order. */
export const placed = async (url: string): Promise<boolean> => {
  const db = await openDatabase({ url, entities: [], migrations: [] });
  const [row] = await db.read.em.query<{ n: number | string }[]>('SELECT COUNT(*) AS n FROM outbox_event WHERE position IS NULL');
  await db.close();
  return Number(row?.n) === 0;
};

export const followedKinds: ReadonlySet<string> = new Set(Object.keys(eventTypes));
