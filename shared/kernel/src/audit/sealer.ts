import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Clock } from '../clock/index.ts';
import { Bell } from '../outbox/bell.ts';
import type { Database } from '../persistence/database.ts';
import type { AuditSigner } from './chain.ts';
import { ChainBroken, endOf, hasUnsealed, sealAudit } from './seal-audit.ts';

/** Announced by a transaction that wrote to the audit. */
export const AUDIT = 'audit';

/** How often the table is looked at when nobody calls: for what another process left behind. */
const LOOK_MS = 1000;
/** Commands of this time are sealed together: a transaction of its own for each would cost as much as the command. */
const GATHER_MS = 100;
const SHIP_EVERY_MS = 3_600_000;

export interface SealerOptions {
  db: Database;
  signer: AuditSigner;
  clock: Clock;
  log: Logger;
}

export interface Sealer {
  /** Seals what is there and says where the chain ends. */
  stop(): Promise<void>;
}

/**
 * Seals what commands left in the audit, within a second, whichever process wrote it. The end of the chain goes to the log at the start, every hour and at the
 * stop: kept elsewhere, it proves that nobody cut the chain short or put an older one back.
 */
export const startSealer = ({ db, signer, clock, log }: SealerOptions): Sealer => {
  const bell = new Bell();
  let stopped = false;
  let highest = 0;
  let shipped = '';
  let shipAt = 0;

  const seal = async (): Promise<void> => {
    const head = await sealAudit(db, signer, clock);
    const { position } = endOf(signer, head);
    if (position < highest) throw new ChainBroken(`The audit chain went back from ${highest} to ${position} while this process ran.`);
    highest = position;
    if (head === shipped || (!stopped && clock().getTime() < shipAt)) return;
    [shipped, shipAt] = [head, clock().getTime() + SHIP_EVERY_MS];
    log.info({ auditHead: head, position }, 'audit head');
  };
  const run = async (): Promise<void> => {
    await seal();
    for (let failing = false; ; ) {
      await bell.wait(LOOK_MS);
      if (stopped) return;
      try {
        await wait(GATHER_MS);
        if ((await hasUnsealed(db)) || clock().getTime() >= shipAt) await seal();
        failing = false;
      } catch (error) {
        if (!failing) log.error({ error }, error instanceof ChainBroken ? 'audit chain does not hold; nothing is sealed' : 'audit waits');
        failing = true;
      }
    }
  };

  db.commits.on(AUDIT, bell.ring);
  const running = run().catch((error: unknown) => log.error({ error }, 'audit chain does not hold; nothing is sealed'));
  return {
    stop: async () => {
      stopped = true;
      db.commits.off(AUDIT, bell.ring);
      bell.ring();
      await running;
      await seal().catch((error: unknown) => log.error({ error }, 'audit not sealed at the end'));
    },
  };
};
