// A queue simulation: requests arrive at random moments, and each step of one waits for its server and for a core of the machine that the server runs on.

export interface Station {
  /** Servers that work at the same time: 1 for a program on one thread. */
  servers: number;
  /** Programs of one machine share its cores. */
  machine: string;
}

/** What one kind of request does, one step after the other; processor time in ms, the mean. */
export interface Kind {
  weight: number;
  steps: readonly { station: string; ms: number }[];
}

export interface Model {
  stations: Readonly<Record<string, Station>>;
  /** Cores by machine. */
  machines: Readonly<Record<string, number>>;
  /** Requests a second, all kinds together. */
  rate: number;
  kinds: readonly Kind[];
  /** Requests that are counted, after a tenth of as many that are not. */
  requests: number;
  seed: number;
}

export interface Outcome {
  /** From arrival to answer, in ms. */
  p50: number;
  p99: number;
  /** Share of its servers' time by station, and of its cores' time by machine. */
  stations: Record<string, number>;
  machines: Record<string, number>;
}

/** mulberry32: the same seed gives the same run. */
export const random = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
};

interface Event {
  at: number;
  run: () => void;
}

/** A binary heap by time. */
class Agenda {
  readonly #events: Event[] = [];

  add(event: Event): void {
    const events = this.#events;
    let at = events.push(event) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((events[parent] as Event).at <= event.at) break;
      events[at] = events[parent] as Event;
      at = parent;
    }
    events[at] = event;
  }

  next(): Event | undefined {
    const events = this.#events;
    const [first] = events;
    const last = events.pop();
    if (first === undefined || last === undefined || events.length === 0) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= events.length) break;
      if (child + 1 < events.length && (events[child + 1] as Event).at < (events[child] as Event).at) child += 1;
      if ((events[child] as Event).at >= last.at) break;
      events[at] = events[child] as Event;
      at = child;
    }
    events[at] = last;
    return first;
  }
}

interface Work {
  machine: string;
  station: string;
  ms: number;
  done: () => void;
}

/** Arrivals without memory (Poisson); the time of a step is spread as much as that of an exponential distribution, which real ones hardly exceed. */
export const simulate = ({ stations, machines, rate, kinds, requests, seed }: Model): Outcome => {
  const next = random(seed);
  const exponential = (mean: number): number => -mean * Math.log(1 - next());
  const agenda = new Agenda();
  const waiting: Record<string, Work[]> = Object.fromEntries(Object.keys(machines).map((name) => [name, []]));
  const busy: Record<string, number> = {};
  const used: Record<string, number> = {};
  const times: number[] = [];
  const total = kinds.reduce((sum, { weight }) => sum + weight, 0);
  let now = 0;
  let [arrived, countFrom] = [0, Number.POSITIVE_INFINITY];

  /** A machine may be called as what runs on it. */
  const places = ({ machine, station }: Work): string[] => [`machine ${machine}`, `station ${station}`];
  const free = (work: Work): boolean =>
    (busy[`machine ${work.machine}`] ?? 0) < (machines[work.machine] as number) &&
    (busy[`station ${work.station}`] ?? 0) < (stations[work.station] as Station).servers;
  const begin = (work: Work): void => {
    for (const name of places(work)) busy[name] = (busy[name] ?? 0) + 1;
    const ms = exponential(work.ms);
    agenda.add({
      at: now + ms,
      run: () => {
        for (const name of places(work)) {
          busy[name] = (busy[name] ?? 0) - 1;
          if (now >= countFrom) used[name] = (used[name] ?? 0) + Math.min(ms, now - countFrom);
        }
        work.done();
        startWaiting(work.machine);
      },
    });
  };
  const startWaiting = (machine: string): void => {
    const queue = waiting[machine] as Work[];
    for (let at = 0; at < queue.length && (busy[`machine ${machine}`] ?? 0) < (machines[machine] as number); ) {
      const work = queue[at] as Work;
      if (!free(work)) at += 1;
      else begin(queue.splice(at, 1)[0] as Work);
    }
  };
  const take = (work: Work): void => {
    if (free(work)) begin(work);
    else waiting[work.machine]?.push(work);
  };
  const kindOf = (): Kind => {
    let at = next() * total;
    return kinds.find(({ weight }) => (at -= weight) < 0) ?? (kinds[0] as Kind);
  };
  const arrive = (): void => {
    const [counted, since, { steps }] = [(arrived += 1) > requests / 10, now, kindOf()];
    if (counted && countFrom === Number.POSITIVE_INFINITY) countFrom = now;
    const step = (at: number): void => {
      const asked = steps[at];
      if (!asked) return void (counted && times.push(now - since));
      take({ station: asked.station, machine: (stations[asked.station] as Station).machine, ms: asked.ms, done: () => step(at + 1) });
    };
    step(0);
    if (times.length < requests && arrived < requests * 2) agenda.add({ at: now + exponential(1000 / rate), run: arrive });
  };
  arrive();
  for (let event = agenda.next(); event && times.length < requests; event = agenda.next()) {
    now = event.at;
    event.run();
  }
  times.sort((a, b) => a - b);
  const percentile = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  const shares = (kind: string, names: Record<string, number>): Record<string, number> =>
    Object.fromEntries(Object.entries(names).map(([name, count]) => [name, (used[`${kind} ${name}`] ?? 0) / ((now - countFrom) * count)]));
  return {
    p50: percentile(0.5),
    p99: percentile(0.99),
    stations: shares('station', Object.fromEntries(Object.entries(stations).map(([name, { servers }]) => [name, servers]))),
    machines: shares('machine', { ...machines }),
  };
};
