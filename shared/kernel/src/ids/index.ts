import { v7 } from 'uuid';
import type { Clock } from '../clock/index.ts';

/** Makes the id of a new row: `<home>:<uuid v7>`, time-ordered, where home is a CBS code or `nuo`. */
export type NewId = () => string;

export const newIds =
  (home: string, clock: Clock): NewId =>
  () =>
    `${home}:${v7({ msecs: clock().getTime() })}`;

const globalId = /^(?:[0-9]{4}|nuo):[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Where an id lives (CBS code or `nuo`), or null when it is no id of this graph. */
export const homeOf = (id: string): string | null => (globalId.test(id) ? id.slice(0, id.indexOf(':')) : null);

/** Width of an id column: four characters, a colon and a uuid. */
export const ID_LENGTH = 41;
