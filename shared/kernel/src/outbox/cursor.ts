import { badInput } from '../errors/index.ts';
import { decodeCursor, encodeCursor } from '../pages/index.ts';

/** How a reader names the place up to which it has read, the same in lists and in the stream. `home` keeps those of two organisations apart. */
export const encodePosition = (home: string, position: number): string => encodeCursor([home, String(position)]);

export const decodePosition = (home: string, after: string): number => {
  const [from, position = ''] = decodeCursor(after) ?? [];
  if (from === home && /^\d{1,10}$/.test(position)) return Number(position);
  throw badInput([{ path: ['after'], message: 'Deze bladwijzer is niet door dit systeem gegeven.' }]);
};
