/** The one source of "now". Tests give a fixed one; nothing else calls `new Date()`. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

export const fixedClock =
  (instant: string): Clock =>
  () =>
    new Date(instant);
