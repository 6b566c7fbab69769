import { addDays } from '@werkplein/kernel';
import type { Axis, AxisPeriod } from '../doelgroep/doelgroep.rules.ts';
import type { TransferDirection, TransferState } from './transfer.machines.ts';

/** The last day of the old regie. */
export const lastDayOf = (cutoverOn: string): string => addDays(cutoverOn, -1);

/** What of periods holds from a day on. */
export const fromDay = <P extends AxisPeriod>(periods: readonly P[], day: string): P[] =>
  periods
    .filter(({ validUntil }) => validUntil === null || validUntil >= day)
    .map((period) => ({ ...period, validFrom: period.validFrom < day ? day : period.validFrom }));

/** What of our own periods stays: of axes that are carried in nothing from that day on. */
export const untilDay = <P extends AxisPeriod>(periods: readonly P[], carried: ReadonlySet<Axis>, day: string): { kept: P[]; cut: P[] } => {
  const cut = periods.filter(({ axis, validUntil }) => carried.has(axis) && (validUntil === null || validUntil >= day));
  return { cut, kept: cut.filter(({ validFrom }) => validFrom < day).map((period) => ({ ...period, validUntil: lastDayOf(day) })) };
};

export const transferTasks = {
  NEW_REGIE_DECIDES: 'Het nieuwe Werkplein neemt de cliënt aan of weigert.',
  WAITS_FOR_DAY: 'De dag van overgang moet nog komen: tot en met de dag ervoor blijft de regie bij het oude Werkplein.',
  NEW_REGIE_OPENS: 'Het nieuwe Werkplein opent het dossier zodra de brief aankomt.',
  NEW_REGIE_DECISIONS: 'Het nieuwe Werkplein beslist over lopende besluiten en voorzieningen: die van de oude gemeente gelden tot de dag van overgang.',
  NEW_REGIE_ORDERS: 'Het nieuwe Werkplein zegt de NUO of lopende opdrachten doorgaan.',
  NEW_REGIE_SHARES: 'Het nieuwe Werkplein deelt de cliënt zelf met de NUO, als die hem kent: wat de oude gemeente deelde, is voorbij.',
} as const;
export type TransferTask = keyof typeof transferTasks;

/** What is still to be done, by whom, as either side knows it. */
export const tasksOf = (direction: TransferDirection, state: TransferState): TransferTask[] => {
  if (state === 'OFFERED') return ['NEW_REGIE_DECIDES'];
  if (state === 'ACCEPTED') return ['WAITS_FOR_DAY'];
  if (state === 'CLOSED') return ['NEW_REGIE_OPENS'];
  return state === 'COMPLETED' && direction === 'IN' ? ['NEW_REGIE_DECISIONS', 'NEW_REGIE_ORDERS', 'NEW_REGIE_SHARES'] : [];
};
