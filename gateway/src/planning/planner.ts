import { Worker } from 'node:worker_threads';
import type { QueryPlan } from '@apollo/query-planner';
import { fault, type Logger } from '@werkplein/kernel';
import type { Planned, Question } from './thread.ts';

export interface PlanningLimits {
  /** Processor time of one document, in ms. */
  cpuMs: number;
  /** Memory of the thread with the supergraph in it, in MB. */
  memoryMb: number;
  /** Documents that wait for their turn. */
  waiting: number;
  /** Without a document for so long the thread ends: it holds 100 MB, and begins again in half a second of processor time. */
  idleMs: number;
}

/** The supergraph of four municipalities takes 60 MB; a document that people ask takes 10 ms, and a large one before the code is compiled 100. */
export const planningLimits: PlanningLimits = { cpuMs: 200, memoryMb: 256, waiting: 100, idleMs: 20_000 };

/** What a document leaves behind while it is planned; left alone it grows to 130 MB, and plans no faster. */
const YOUNG_MB = 24;

export interface Planner {
  /**
   * The plan of a valid document. Throws TOO_COMPLEX when there is none within the limits, UNAVAILABLE when too many wait.
   * `trusted` documents may take as long as they need.
   */
  plan(question: Question, trusted?: boolean): Promise<QueryPlan>;
  /** Ends the thread; the next document begins another. */
  rest(): Promise<void>;
}

/** How often is looked whether the time is over. */
const EVERY_MS = 25;

/** What the planner throws when a document has more ways to be answered than it may weigh, or is deeper than its stack. */
export const tooComplex = /Too many options generated|non-local selections|Exceeded maximum recursive selections|Maximum call stack size/;

/** Node reads the source as well as what is built of it. */
const file = new URL(`./thread${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);

class Ended extends Error {
  override name = 'Ended';
}

/** What the thread says next; throws `Ended` when it ends instead. */
const heard = (worker: Worker): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const said = (message: unknown): void => settle(() => resolve(message));
    const failed = (error: Error): void => settle(() => reject(new Ended(error.message)));
    const exited = (): void => failed(new Error('it was ended'));
    const settle = (how: () => void): void => {
      worker.off('message', said).off('error', failed).off('exit', exited);
      how();
    };
    worker.once('message', said).once('error', failed).once('exit', exited);
  });

const spentMs = async (worker: Worker): Promise<number> => {
  const { user, system } = await worker.cpuUsage();
  return (user + system) / 1000;
};

/** Plans documents of one supergraph, one after the other, in a thread that is ended when one of them takes too much, and then made anew. */
export const threadPlanner = (supergraphSdl: string, log: Logger, { cpuMs, memoryMb, waiting, idleMs }: PlanningLimits = planningLimits): Planner => {
  let thread: Promise<Worker> | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let inLine = 0;
  let idle: NodeJS.Timeout | undefined;

  const running = (): Promise<Worker> => {
    if (thread) return thread;
    const worker = new Worker(file, {
      workerData: supergraphSdl,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: YOUNG_MB },
    });
    // Whoever waits hears of it by `heard`; a thread that ends while nobody does ends nothing else.
    worker.on('error', (error) => log.warn({ problem: error.message }, 'the planning thread failed'));
    const started = heard(worker).then(() => worker);
    worker.once('exit', () => {
      if (thread === started) thread = null;
    });
    worker.unref();
    thread = started;
    return started;
  };

  const planOne = async (question: Question, trusted: boolean): Promise<QueryPlan> => {
    const worker = await running();
    const before = await spentMs(worker);
    const look = async (): Promise<void> => {
      // It may just have ended.
      const spent = (await spentMs(worker).catch(() => 0)) - before;
      if (spent <= cpuMs) return;
      log.warn({ spentMs: Math.round(spent) }, 'planning took too long and was ended');
      await worker.terminate();
    };
    const watch = trusted ? undefined : setInterval(() => void look(), EVERY_MS);
    try {
      const answer = heard(worker);
      worker.postMessage(question);
      const planned = (await answer) as Planned;
      if ('plan' in planned) return JSON.parse(planned.plan) as QueryPlan;
      throw tooComplex.test(planned.problem) ? fault('TOO_COMPLEX') : new Error(planned.problem);
    } catch (error) {
      throw error instanceof Ended ? fault('TOO_COMPLEX') : error;
    } finally {
      clearInterval(watch);
    }
  };

  const rest = async (): Promise<void> => {
    clearTimeout(idle);
    const ending = thread;
    // Who comes from now on has another one.
    thread = null;
    const worker = await ending?.catch(() => null);
    if (!worker) return;
    await worker.terminate();
    log.debug('the planning thread ended');
  };

  return {
    plan: async (question, trusted = false) => {
      if (inLine >= waiting) throw fault('UNAVAILABLE', {}, { 'retry-after': '1' });
      inLine += 1;
      clearTimeout(idle);
      const mine = turn.then(() => planOne(question, trusted));
      turn = mine.catch(() => undefined);
      try {
        return await mine;
      } finally {
        inLine -= 1;
        if (inLine === 0) idle = setTimeout(() => void rest(), idleMs).unref();
      }
    },
    rest,
  };
};
