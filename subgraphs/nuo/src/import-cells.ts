import { InvalidValue, municipalities, NUO, parseDutchDay, parseInstant, parseText, type Problem } from '@werkplein/kernel';
import { InputCheck } from './input.ts';

export { parseDutchDay } from '@werkplein/kernel';

/** The system that the NUO's first files come from; a row is found again by its number there. */
export const SOURCE = 'SOWECO';

const wallClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});
const dutchMoment = /^([0-9]{1,2}-[0-9]{1,2}-[0-9]{4}) +([01]?[0-9]|2[0-3]):([0-5][0-9])$/;

/** `dd-mm-jjjj uu:mm` as a clock in the Netherlands shows it, or RFC 3339 with an offset. The hour that comes twice in autumn is the first. */
export const parseDutchMoment = (text: string): Date => {
  const [, date, hour, minute] = dutchMoment.exec(text.trim()) ?? [];
  if (date === undefined) return parseInstant(text);
  const local = `${parseDutchDay(date)} ${hour?.padStart(2, '0')}:${minute}`;
  for (const offset of ['+02:00', '+01:00']) {
    const instant = new Date(`${local.replace(' ', 'T')}:00${offset}`);
    if (wallClock.format(instant) === local) return instant;
  }
  throw new InvalidValue('een tijdstip dat bestaat: dit uur wordt overgeslagen als de zomertijd begint');
};

export const parseDutchNumber = (text: string): number => {
  if (!/^[0-9]+([.,][0-9]+)?$/.test(text.trim())) throw new InvalidValue('een getal, zoals 24 of 24,5');
  return Number(text.trim().replace(',', '.'));
};

/** One of the Dutch words of a table, however it is written. */
export const oneOf =
  <T extends string>(words: Readonly<Record<string, T>>) =>
  (text: string): T => {
    const found =
      words[
        text
          .trim()
          .toLowerCase()
          .replace(/[\s_-]+/g, ' ')
      ];
    if (found === undefined) throw new InvalidValue(`een van: ${Object.keys(words).join(', ')}`);
    return found;
  };

/** `NUO`, a CBS code, or the name of one that takes part. */
export const parseOrganisation = (text: string): string => {
  const wanted = text
    .trim()
    .replace(/^werkplein /i, '')
    .toLowerCase();
  if (wanted === NUO || /^[0-9]{4}$/.test(wanted)) return wanted;
  const municipality = municipalities.find(({ name }) => name.toLowerCase() === wanted);
  if (!municipality) throw new InvalidValue('NUO, een gemeentecode of de naam van een deelnemende gemeente');
  return municipality.code;
};

export const line =
  (max: number) =>
  (text: string): string =>
    parseText(text, { max });

/** Reads one row; `path[0]` of each problem is the column. */
export const readRow = <T>(read: (check: InputCheck) => T): { row: T } | { problems: Problem[] } => {
  const check = new InputCheck();
  const row = read(check);
  return check.problems.length > 0 ? { problems: check.problems } : { row };
};
