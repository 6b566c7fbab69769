import type { History, Law, Operation } from './history.ts';
import { between, oneOf, type Random, randomOf } from './random.ts';

// The judge of histories is judged: right ones that a seed makes, and each of them made wrong in one place.

/** A history as a right system makes it: one moment for each effect between its sending and its answer. */
export const rightHistory = (seed: number): History => {
  const random = randomOf(seed);
  const operations: Operation[] = [];
  const history: History = { operations, readings: [], kept: { effects: [], audits: [], events: [], requests: [] }, followed: [[], []] };
  const { effects, audits, events, requests } = history.kept;
  const held = new Map<string, string>();
  let now = 0;
  let made = 0;
  const record = (kind: Operation['kind'], more: Partial<Operation>, id: string | null, result: Operation['result'], about: string[]): void => {
    const operation: Operation = {
      kind,
      employeeId: `e${between(random, 0, 4)}`,
      requestId: `r${operations.length}`,
      invokedAt: now - random() * 20,
      completedAt: now + random() * 20,
      answers: [JSON.stringify(result)],
      inDoubt: between(random, 0, 2),
      result,
      ...more,
    };
    operations.push(operation);
    const { employeeId, requestId } = operation;
    requests.push({ kind, employeeId, requestId, id, made: id !== null });
    audits.push({ kind, ids: about });
    if (id === null) return;
    effects.push({ kind, id });
    if (kind !== 'client') events.push({ id: `event${events.length}`, kind, about: id });
  };
  for (let step = 0; step < 300; step += 1) {
    now += 5 + random() * 30;
    const chance = random();
    const employerId = `w${between(random, 0, 5)}`;
    const holder = held.get(employerId);
    made += 1;
    if (chance < 0.4) record('contact', { employerId }, `c${made}`, { kind: 'done', id: `c${made}` }, [employerId, `c${made}`]);
    else if (chance < 0.5) record('client', {}, `k${made}`, { kind: 'done', id: `k${made}` }, [`k${made}`]);
    else if (chance < 0.6) {
      const contactIds = operations
        .filter((each) => each.kind === 'contact' && each.employerId === employerId)
        .map(({ result }) => (result as { id: string }).id);
      history.readings.push({ employerId, invokedAt: now, contactIds });
    } else if (holder === undefined) {
      record('claim', { employerId }, `p${made}`, { kind: 'done', id: `p${made}` }, [employerId, `p${made}`]);
      held.set(employerId, `p${made}`);
    } else if (chance < 0.8) {
      const claimed = operations.find((each) => each.kind === 'claim' && each.result?.kind === 'done' && each.result.id === holder);
      // Who gives back has heard that it holds.
      now = Math.max(now, (claimed?.completedAt ?? 0) + 21);
      record('release', { employerId, claimId: holder }, holder, { kind: 'done', id: holder }, [holder]);
      held.delete(employerId);
    } else record('claim', { employerId }, null, { kind: 'held', by: holder }, [employerId]);
  }
  // A follower that comes back gets some twice.
  history.followed = [0, 1].map(() => events.flatMap(({ id }) => (random() < 0.1 ? [id, id] : [id])));
  return history;
};

const done = ({ operations }: History, kind: Operation['kind']): Operation[] => operations.filter((each) => each.kind === kind && each.result?.kind === 'done');
const without = <T>(list: T[], each: T): void => void list.splice(list.indexOf(each), 1);
const idOf = ({ result }: Operation): string => (result as { id: string }).id;

/** What a broken system would do, and the law by which it must be found. */
export const wrongs: readonly [name: string, law: Law, spoil: (history: History, random: Random) => void][] = [
  [
    'an acknowledged contact is gone with its rows',
    'lost',
    (history, random) => {
      const id = idOf(oneOf(random, done(history, 'contact')));
      const { kept } = history;
      kept.effects = kept.effects.filter((each) => each.id !== id);
      kept.audits = kept.audits.filter(({ ids }) => !ids.includes(id));
      kept.events = kept.events.filter(({ about }) => about !== id);
      kept.requests = kept.requests.filter((each) => each.id !== id);
    },
  ],
  [
    'a repeat has a second effect',
    'repeated',
    ({ kept }, random) => {
      const first = oneOf(
        random,
        kept.requests.filter(({ made }) => made),
      );
      kept.effects.push({ kind: first.kind, id: `${first.id}-again` });
      kept.requests.push({ ...first, id: `${first.id}-again` });
      kept.audits.push({ kind: first.kind, ids: [`${first.id}-again`] });
    },
  ],
  ['an effect that nobody asked for', 'repeated', ({ kept }) => void kept.effects.push({ kind: 'contact', id: 'of-nobody' })],
  [
    'a command stays in doubt',
    'unresolved',
    ({ operations }, random) => Object.assign(oneOf(random, operations), { completedAt: null, result: null, answers: [] }),
  ],
  ['a repeat is answered otherwise', 'unlike', ({ operations }, random) => void oneOf(random, operations).answers.push('{"another":true}')],
  [
    'an employer is claimed while another holds it',
    'doubled',
    (history, random) => {
      const first = oneOf(
        random,
        done(history, 'claim').filter((each) => history.operations.some(({ claimId }) => claimId === idOf(each))),
      );
      const at = (first.completedAt as number) + 0.001;
      history.operations.push({ ...first, requestId: 'second', invokedAt: at, completedAt: at + 0.001, result: { kind: 'done', id: 'second' } });
    },
  ],
  [
    'a claim that two answers overlap with lies inside another that is certain',
    'doubled',
    (history) => {
      const claim = (id: string, from: number, to: number): Operation => ({
        kind: 'claim',
        employeeId: 'e0',
        employerId: 'w99',
        requestId: id,
        invokedAt: from,
        completedAt: to,
        answers: [],
        inDoubt: 0,
        result: { kind: 'done', id },
      });
      // The second is given back while its claim was still under way: it may be a moment, but every moment of it is inside the first.
      history.operations.push(claim('outer', 0, 1), claim('inner', 10, 30), {
        ...claim('back', 12, 40),
        kind: 'release',
        claimId: 'inner',
        result: { kind: 'done', id: 'inner' },
      });
    },
  ],
  [
    'a refusal names a claim that was given back before',
    'stale',
    (history, random) => {
      const release = oneOf(random, done(history, 'release'));
      const at = (release.completedAt as number) + 1;
      history.operations.push({
        ...release,
        kind: 'claim',
        requestId: 'late',
        invokedAt: at,
        completedAt: at + 1,
        result: { kind: 'held', by: idOf(release) },
      });
    },
  ],
  ['an effect without its audit row', 'audit', ({ kept }, random) => without(kept.audits, oneOf(random, kept.audits))],
  ['an audit row without its effect', 'audit', ({ kept }) => void kept.audits.push({ kind: 'contact', ids: ['of-nothing'] })],
  ['an effect without its event', 'outbox', ({ kept }, random) => without(kept.events, oneOf(random, kept.events))],
  ['an event without its effect', 'outbox', ({ kept }) => void kept.events.push({ id: 'stray', kind: 'contact', about: 'of-nothing' })],
  [
    'a follower misses an event',
    'undelivered',
    ({ followed: [ids = []] }, random) => {
      const gone = oneOf(random, ids);
      while (ids.includes(gone)) without(ids, gone);
    },
  ],
  [
    'a follower gets two events in the wrong order',
    'undelivered',
    (history) => {
      const ids = [...new Set(history.followed[1])];
      [ids[7], ids[8]] = [ids[8] as string, ids[7] as string];
      history.followed[1] = ids;
    },
  ],
  [
    'a reading does not show what was acknowledged before',
    'unread',
    (history) => {
      const contact = done(history, 'contact')[0] as Operation;
      history.readings.push({ employerId: contact.employerId as string, invokedAt: (contact.completedAt as number) + 1, contactIds: [] });
    },
  ],
];
