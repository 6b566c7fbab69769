import { type Finding, well, worry, wrong } from './finding.ts';

/** A statement of the gateway is good for a minute: half of it is soon gone. */
const WRONG_S = 30;
const WORRY_S = 5;

/** Compares a clock with ours; `at` is what it said while ours went from `before` to `after`. */
export const checkClock = (subject: string, at: Date, before: Date, after: Date): Finding => {
  const late = Math.max(before.getTime() - at.getTime(), at.getTime() - after.getTime(), 0) / 1000;
  const found = `de klok scheelt ${Math.round(late)} seconden met de onze`;
  const advice = 'Zet op beide machines de klok gelijk (NTP): een vraag van de gateway is een minuut geldig.';
  if (late > WRONG_S) return wrong(subject, found, advice);
  return late > WORRY_S ? worry(subject, found, advice) : well(subject, 'de klok loopt gelijk');
};
