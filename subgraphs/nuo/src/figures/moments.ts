import { type Days, localDay, type Moment } from '@werkplein/kernel';
import type { Span } from '@werkplein/indicators';

const earliest = (...days: string[]): string => days.reduce((first, day) => (day < first ? day : first));

/** The days of the period that are looked at. */
export const daysOf = ({ from, until, measuredOn }: Span): Days => ({ from, until: earliest(until, measuredOn) });

export const begunIn = (span: Span): Moment => ({ begins: daysOf(span) });
export const endedIn = (span: Span): Moment => ({ ends: daysOf(span) });
export const runningIn = (span: Span): Moment => ({ within: daysOf(span) });
export const onMeasuredDay = ({ measuredOn }: Span): Moment => ({ on: measuredOn });

/** The day until which the period has passed for whoever knows no more than this. */
export const elapsedUntil = ({ until, measuredOn, knownAt }: Span): string => earliest(until, measuredOn, localDay(knownAt));
