import { addDays } from '@werkplein/kernel';
import { type Answered, type History, stepOf } from '@werkplein/kernel/testing';
import fc from 'fast-check';
import { command } from '../testing/colleagues.ts';
import type { TestNuo } from '../testing/index.ts';

// What steps of random histories of sheltered work have in common.

export interface Real extends History {
  nuo: TestNuo;
  /** Two Wsw workers, one who came too late for the Wsw, and somebody without it who is the same person as the first. */
  people: string[];
}
export const today = '2026-08-03';
export const [consultant, coach, planner, boss, regie] = [
  'nuo.detacheringsconsulent',
  'nuo.jobcoach',
  'nuo.werkleider',
  'nuo.coordinator',
  'wierden.klantregisseur',
] as const;
export const who = fc.nat(3);
export const pick = fc.nat(20);
export const near = fc.integer({ min: -120, max: 60 }).map((days) => addDays(today, days));
export const soon = fc.integer({ min: -20, max: 5 }).map((days) => addDays(today, days));
export const hours = fc.constantFrom(8, 16, 20, 24, 32, 36);

/** What an answer shows of what it changed. */
export interface Reply extends Answered {
  placement?: { id: string; version: number; status: string };
  secondment?: { id: string };
}
export const step = (name: string, take: (real: Real) => Promise<Answered | null | undefined>) => stepOf<Real>(name, take);
export const send = (real: Real, user: string, name: string, input: object, show = ''): Promise<Reply> => command(real.nuo, user, name, input, show);
export const oneOf = <T>(rows: readonly T[], n: number): T | undefined => rows[n % Math.max(1, rows.length)];
export const find = async <T extends object>({ nuo }: Real, entity: new () => T): Promise<T[]> =>
  nuo.db.read.em.find(entity, { order: { id: 'ASC' } as never });
export const theirs = async <T extends object & { participantId: string }>(real: Real, entity: new () => T): Promise<T[]> =>
  (await find(real, entity)).filter(({ participantId }) => real.people.includes(participantId));
