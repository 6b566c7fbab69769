/** What a client of the test did, from its first sending to an answer that says what came of it. */
export interface Operation {
  requestId: string;
  kind: 'contact' | 'claim' | 'release' | 'client';
  employeeId: string;
  /** The employer of a contact, a claim or a release. */
  employerId?: string;
  /** The claim that a release gives back. */
  claimId?: string;
  /** Of one clock, in ms. */
  invokedAt: number;
  /** Null of an operation of which nobody ever heard the end. */
  completedAt: number | null;
  /** One answer of two or more that were not lost, each as JSON: a command that is sent again gives the same. */
  answers: string[];
  /** How often nobody could say whether it was done. */
  inDoubt: number;
  result: Result | null;
}

/** `done` names what it made; `held` the claim in its way; `refused` did nothing. */
export type Result = { kind: 'done'; id: string } | { kind: 'held'; by: string } | { kind: 'refused'; code: string };

/** A question that must show everything that was acknowledged before it was asked. */
export interface Reading {
  employerId: string;
  invokedAt: number;
  contactIds: string[];
}

/** What the databases hold in the end. */
export interface Kept {
  effects: { kind: Operation['kind']; id: string }[];
  audits: { kind: Operation['kind']; ids: string[] }[];
  /** In the order of the one sequence; only of what is an effect here. */
  events: { id: string; kind: Operation['kind']; about: string }[];
  /** The answers that are kept under (employee, requestId): the effect that each names, and whether it made it. */
  requests: { kind: Operation['kind']; employeeId: string; requestId: string; id: string | null; made: boolean }[];
}

export interface History {
  operations: Operation[];
  readings: Reading[];
  kept: Kept;
  /** Ids of events as each follower got them, with what came twice. */
  followed: string[][];
}

/** Effects that make an event: a client of a Werkplein makes none. */
export const tells: ReadonlySet<Operation['kind']> = new Set(['contact', 'claim', 'release']);

export const laws = {
  lost: 'acknowledged writes that are gone',
  repeated: 'commands with more than one effect, or with one that was refused',
  unresolved: 'commands in doubt that a repeat did not settle',
  unlike: 'repeats with another answer',
  doubled: 'employers claimed twice at once',
  stale: 'refusals that name a claim nobody held then',
  audit: 'effects without their audit row, or rows without their effect',
  outbox: 'effects without their event, or events without their effect',
  undelivered: 'events that a follower missed, or got out of order',
  unread: 'readings without what was acknowledged before',
} as const;
export type Law = keyof typeof laws;
export type Verdict = Record<Law, string[]>;

const countBy = <T>(list: readonly T[], keyOf: (each: T) => string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const each of list) counts.set(keyOf(each), (counts.get(keyOf(each)) ?? 0) + 1);
  return counts;
};

/** Names that are not in both as often. */
const unequal = (one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): string[] =>
  [...new Set([...one.keys(), ...other.keys()])]
    .filter((key) => (one.get(key) ?? 0) !== (other.get(key) ?? 0))
    .map((key) => `${key}: ${one.get(key) ?? 0} and ${other.get(key) ?? 0}`);

interface Held {
  claimId: string;
  employerId: string;
  begun: number;
  /** From when to when it was held for certain: after the answer to the claim, before the release was sent. */
  from: number;
  until: number;
  ended: number;
}

const END = Number.POSITIVE_INFINITY;

const claimsIn = (operations: readonly Operation[]): Held[] => {
  const releases = new Map(operations.filter(({ kind, result }) => kind === 'release' && result?.kind !== 'refused').map((each) => [each.claimId, each]));
  return operations.flatMap(({ kind, result, employerId = '', invokedAt, completedAt }) => {
    if (kind !== 'claim' || result?.kind !== 'done') return [];
    const release = releases.get(result.id);
    return [
      { claimId: result.id, employerId, begun: invokedAt, from: completedAt ?? END, until: release?.invokedAt ?? END, ended: release?.completedAt ?? END },
    ];
  });
};

/**
 * Each employer is a register that holds a claim or none. A claim and its release are one at a time when some moment for each, between its sending and its
 * answer, puts them in such an order: for values that are written once that is so exactly when no two are held for certain at one moment, and none that
 * could be a moment only lies wholly inside another (Gibbons and Korach, Testing Shared Memories, 1997).
 */
const doubles = (held: readonly Held[], refusals: readonly Operation[]): string[] => {
  const found: string[] = [];
  const seenAt = new Map<string, { from: number; until: number }>();
  // Who was refused by a claim saw it: it was held then.
  for (const { result, invokedAt, completedAt } of refusals) {
    if (result?.kind !== 'held') continue;
    const seen = seenAt.get(result.by) ?? { from: END, until: -END };
    seenAt.set(result.by, { from: Math.min(seen.from, completedAt ?? END), until: Math.max(seen.until, invokedAt) });
  }
  const zones = Map.groupBy(
    held.map((each) => {
      const seen = seenAt.get(each.claimId);
      return { ...each, from: Math.min(each.from, seen?.from ?? END), until: Math.max(each.until, seen?.until ?? -END) };
    }),
    ({ employerId }) => employerId,
  );
  for (const [employerId, each] of zones) {
    const certain = each.filter(({ from, until }) => from <= until).sort((a, b) => a.from - b.from);
    let last = certain[0];
    for (const next of certain.slice(1)) {
      if (last && next.from < last.until) found.push(`${employerId}: ${last.claimId} and ${next.claimId}`);
      if (!last || next.until > last.until) last = next;
    }
    for (const { from, until, claimId } of each) {
      if (from <= until) continue;
      const around = certain.find((other) => other.from < until && from < other.until);
      if (around) found.push(`${employerId}: ${claimId} inside ${around.claimId}`);
    }
  }
  return found;
};

const staleRefusals = (held: readonly Held[], refusals: readonly Operation[], untold: ReadonlyMap<string | null, number>): string[] => {
  const byId = new Map<string, Pick<Held, 'begun' | 'ended'>>(held.map((each) => [each.claimId, each]));
  // Of a claim that was made and of which nobody heard, it is not known until when.
  for (const [id, begun] of untold) if (id !== null) byId.set(id, { begun, ended: END });
  return refusals.flatMap(({ requestId, invokedAt, completedAt, result }) => {
    if (result?.kind !== 'held') return [];
    const claim = byId.get(result.by);
    return claim && claim.begun <= (completedAt ?? END) && claim.ended >= invokedAt ? [] : [`${requestId} by ${result.by}`];
  });
};

/** Ids in the order in which they came first. */
const firstSeen = (ids: readonly string[]): string[] => [...new Set(ids)];

const undelivered = (events: Kept['events'], followed: History['followed']): string[] =>
  followed.flatMap((ids, follower) => {
    const got = firstSeen(ids);
    const at = events.findIndex(({ id }, place) => got[place] !== id);
    if (at >= 0) return [`follower ${follower}: at ${at} of ${events.length} ${got[at] ?? 'nothing'} and not ${events[at]?.id}`];
    return got.length > events.length ? [`follower ${follower}: ${got.length - events.length} that nobody wrote`] : [];
  });

const requestOf = ({ employeeId, requestId }: { employeeId: string; requestId: string }): string => `${employeeId} ${requestId}`;
const nameOf = (kind: string, id: string | null | undefined): string => `${kind} ${id ?? 'nothing'}`;
const idOf = ({ result }: Operation): string | null => (result?.kind === 'done' ? result.id : null);

/** Commands that did more than once what they were asked, or what nobody was told. */
const repeated = (done: readonly Operation[], { effects, requests }: Kept, open: ReadonlySet<string>): string[] => {
  const answered = countBy(done, (each) => nameOf(each.kind, idOf(each)));
  const keptBy = new Map(requests.map((each) => [requestOf(each), each]));
  return [
    ...unequal(
      countBy(effects, ({ kind, id }) => nameOf(kind, id)),
      countBy(
        requests.filter(({ made }) => made),
        ({ kind, id }) => nameOf(kind, id),
      ),
    ),
    ...[...countBy(requests, requestOf)].filter(([, count]) => count > 1).map(([name]) => `${name} kept more than once`),
    ...[...answered].filter(([, count]) => count > 1).map(([name, count]) => `${name} of ${count} commands`),
    ...done.filter((each) => keptBy.get(requestOf(each))?.id !== idOf(each)).map((each) => `${each.requestId} kept as ${keptBy.get(requestOf(each))?.id}`),
    ...requests
      .filter((each) => each.made && !answered.has(nameOf(each.kind, each.id)) && !open.has(requestOf(each)))
      .map(({ kind, id }) => `${nameOf(kind, id)} told nobody`),
  ];
};

const unread = (readings: readonly Reading[], done: readonly Operation[]): string[] => {
  const contacts = Map.groupBy(
    done.filter(({ kind }) => kind === 'contact'),
    ({ employerId }) => employerId,
  );
  return readings.flatMap(({ employerId, invokedAt, contactIds }) => {
    const shown = new Set<string | null>(contactIds);
    return (contacts.get(employerId) ?? [])
      .filter((each) => (each.completedAt ?? END) < invokedAt && !shown.has(idOf(each)))
      .map(({ requestId }) => `${employerId} at ${invokedAt}: ${requestId}`);
  });
};

/** Judges a history; shares nothing with the rules by which it was made. Each law has the places where it was broken. */
export const judge = ({ operations, readings, kept, followed }: History): Verdict => {
  const { effects, audits, events, requests } = kept;
  const done = operations.filter(({ result }) => result?.kind === 'done');
  const open = operations.filter(({ result }) => result === null);
  const held = claimsIn(operations);
  const there = countBy(effects, ({ kind, id }) => nameOf(kind, id));
  const audited = countBy(audits, ({ kind, ids }) =>
    nameOf(
      kind,
      ids.find((id) => there.has(nameOf(kind, id))),
    ),
  );
  return {
    lost: done.filter((each) => !there.has(nameOf(each.kind, idOf(each)))).map((each) => `${each.requestId} ${nameOf(each.kind, idOf(each))}`),
    repeated: repeated(done, kept, new Set(open.map(requestOf))),
    unresolved: open.map(({ requestId, kind }) => `${kind} ${requestId}`),
    unlike: operations.filter(({ answers }) => new Set(answers).size > 1).map(({ requestId, answers }) => `${requestId}: ${answers.join(' ')}`),
    doubled: doubles(held, operations),
    stale: staleRefusals(
      held,
      operations,
      new Map(
        open.filter(({ kind }) => kind === 'claim').map((each) => [requests.find((kept) => requestOf(kept) === requestOf(each))?.id ?? null, each.invokedAt]),
      ),
    ),
    // A command that was refused leaves a row as well, which names no effect.
    audit: [
      ...[...there.keys()].filter((name) => !audited.has(name)).map((name) => `${name} without a row`),
      ...unequal(
        countBy(requests, ({ kind, id }) => nameOf(kind, id)),
        audited,
      ),
    ],
    outbox: unequal(
      countBy(
        effects.filter(({ kind }) => tells.has(kind)),
        ({ kind, id }) => nameOf(kind, id),
      ),
      countBy(events, ({ kind, about }) => nameOf(kind, about)),
    ),
    undelivered: undelivered(events, followed),
    unread: unread(readings, done),
  };
};
