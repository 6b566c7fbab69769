import { setTimeout as wait } from 'node:timers/promises';
import { between, oneOf, type Random } from './random.ts';
import type { Operation, Reading, Result } from './history.ts';

/** A name with the employee that it stands for. */
export interface Caller {
  user: string;
  employeeId: string;
}

export interface Command extends Caller {
  kind: Operation['kind'];
  requestId: string;
  employerId?: string;
  claimId?: string;
}

/** A definite answer: what came of it, and its text, by which repeats are compared. */
export interface Answer {
  result: Result;
  text: string;
}

/** What the load is put on. */
export interface Target {
  /** Who approaches employers, and who registers clients. */
  users: readonly Caller[];
  registrars: readonly Caller[];
  /** Null when nobody can say whether it was done. */
  send(command: Command): Promise<Answer | null>;
  /** Ids of the contacts of an employer; null when it was not answered. */
  read(user: string, employerId: string): Promise<string[] | null>;
  newEmployer(): Promise<string>;
}

export interface Load {
  operations: Operation[];
  readings: Reading[];
  /** Commands with a definite answer until now. */
  settled(): number;
  /** Begins nothing anymore; returns when everything that was begun is settled, or was given up. */
  finish(): Promise<void>;
}

/** How long a command in doubt is sent again. */
const PATIENCE_MS = 180_000;
const CONTACTS_OF_ONE = 60;
const HOLD_MS = 150;
const AT_ONCE_EMPLOYERS = 6;

let lastRequest = 0;

/** Colleagues at work, each with one thing at a time: contacts, claims that they give back, new clients and looking. A seed decides who does what. */
export const startLoad = async (target: Target, clients: number, random: Random, everyMs = 0): Promise<Load> => {
  const operations: Operation[] = [];
  const readings: Reading[] = [];
  let finishing = false;
  let settled = 0;
  const claimed = await Promise.all(Array.from({ length: AT_ONCE_EMPLOYERS }, target.newEmployer));
  const desks = await Promise.all(Array.from({ length: AT_ONCE_EMPLOYERS }, async () => ({ employerId: await target.newEmployer(), contacts: 0 })));

  const run = async (user: Caller, more: Pick<Command, 'kind' | 'employerId' | 'claimId'>): Promise<Result | null> => {
    const { employeeId } = user;
    const command: Command = { ...user, ...more, requestId: `fault-${process.pid}-${(lastRequest += 1)}` };
    const operation: Operation = {
      ...more,
      employeeId,
      requestId: command.requestId,
      invokedAt: performance.now(),
      completedAt: null,
      answers: [],
      inDoubt: 0,
      result: null,
    };
    operations.push(operation);
    const again = random() < 0.1;
    for (const until = operation.invokedAt + PATIENCE_MS; performance.now() < until; ) {
      const answer = await target.send(command);
      if (answer === null) {
        operation.inDoubt += 1;
        await wait(between(random, 30, 200));
        continue;
      }
      operation.completedAt ??= performance.now();
      operation.result ??= answer.result;
      operation.answers.push(answer.text);
      if (!again || operation.answers.length > 1) break;
    }
    if (operation.result !== null) settled += 1;
    return operation.result;
  };

  const contact = async (user: Caller): Promise<void> => {
    const desk = oneOf(random, desks);
    desk.contacts += 1;
    if (desk.contacts > CONTACTS_OF_ONE) Object.assign(desk, { contacts: 1, employerId: await target.newEmployer() });
    await run(user, { kind: 'contact', employerId: desk.employerId });
  };
  const claim = async (user: Caller): Promise<void> => {
    const employerId = oneOf(random, claimed);
    const result = await run(user, { kind: 'claim', employerId });
    if (result?.kind !== 'done') return;
    await wait(between(random, 0, HOLD_MS));
    await run(user, { kind: 'release', employerId, claimId: result.id });
  };
  const look = async ({ user }: { user: string }): Promise<void> => {
    const { employerId } = oneOf(random, desks);
    const invokedAt = performance.now();
    const contactIds = await target.read(user, employerId);
    if (contactIds) readings.push({ employerId, invokedAt, contactIds });
  };
  const work = async (n: number): Promise<void> => {
    const user = target.users[n % target.users.length] as Caller;
    while (!finishing) {
      const begun = performance.now();
      const chance = random();
      if (chance < 0.4) await contact(user);
      else if (chance < 0.75) await claim(user);
      else if (chance < 0.85) await run(oneOf(random, target.registrars), { kind: 'client' });
      else await look(user);
      await wait(Math.max(between(random, 0, 20), begun + everyMs - performance.now()));
    }
  };
  const working = Promise.all(Array.from({ length: clients }, (_, n) => work(n)));
  return {
    operations,
    readings,
    settled: () => settled,
    finish: async () => {
      finishing = true;
      await working;
    },
  };
};
