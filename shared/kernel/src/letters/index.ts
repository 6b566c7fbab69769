export { LetterIn, LetterOut, type LetterState, letterStates } from './letter.entity.ts';
export { type Letter, writeLetter } from './write-letter.ts';
