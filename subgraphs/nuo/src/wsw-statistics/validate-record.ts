import { InvalidValue, parseBsn, parseDay } from '@werkplein/kernel';
import { type WswField, wswFields, type WswRecord } from './wsw-layout.ts';

/** What is wrong with one field. */
export interface FieldProblem {
  /** Of the model; of what is wrong between fields the last of them. */
  field: number;
  /** Dutch. */
  message: string;
}

export const isZero = (text: string | undefined): boolean => text === undefined || /^0*$/.test(text);

const isDate = (text: string): boolean => {
  try {
    return parseDay(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`) !== '';
  } catch (error) {
    if (error instanceof InvalidValue) return false;
    throw error;
  }
};

const problemOf = ({ width, form }: WswField, text: string | undefined): string | null => {
  if (text?.length !== width || !/^[0-9]*$/.test(text)) return `Verwacht: ${width} cijfers.`;
  if (isZero(text) || form === 'digits') return null;
  if (form === 'date') return isDate(text) ? null : 'Verwacht: een bestaande datum, jjjjmmdd.';
  return form.codes.includes(text) ? null : 'Verwacht: een code van het model.';
};

/** Fields that every record has. */
const always = [1, 2, 3, 4, 5, 6, 7, 13, 14, 15];
/** A field → those that go with it. */
const together: Readonly<Record<number, readonly number[]>> = { 18: [19, 21], 19: [18], 20: [18], 23: [25], 24: [23], 27: [28], 28: [27] };

const isBsn = (text: string): boolean => {
  try {
    return parseBsn(text) === text;
  } catch (error) {
    if (error instanceof InvalidValue) return false;
    throw error;
  }
};

/** Everything that is wrong with a record by the model, field by field and then between fields. */
export const validateRecord = (record: WswRecord): FieldProblem[] => {
  const problems = wswFields.flatMap((field): FieldProblem[] => {
    const message = problemOf(field, record[field.number]);
    return message === null ? [] : [{ field: field.number, message }];
  });
  if (problems.length > 0) return problems;
  const filled = (field: number): boolean => !isZero(record[field]);
  const after = (begin: number, end: number): boolean => filled(end) && (record[end] as string) < (record[begin] as string);
  for (const field of always) if (!filled(field)) problems.push({ field, message: 'Ontbreekt.' });
  if (filled(4) && !isBsn(record[4] as string)) problems.push({ field: 4, message: 'Voldoet niet aan de elfproef.' });
  for (const [field, others] of Object.entries(together))
    for (const other of others) if (filled(Number(field)) && !filled(other)) problems.push({ field: other, message: `Hoort bij kenmerk ${field}.` });
  for (const [begin, end] of [
    [13, 14],
    [18, 20],
    [23, 24],
  ] as const)
    if (after(begin, end)) problems.push({ field: end, message: `Ligt voor kenmerk ${begin}.` });
  if (record[15] === '1' && !filled(16)) problems.push({ field: 16, message: 'Hoort bij wie tot de doelgroep behoort.' });
  if (record[15] === '1' && !filled(17)) problems.push({ field: 17, message: 'Hoort bij wie tot de doelgroep behoort.' });
  if (filled(27) && !filled(20) && !filled(24)) problems.push({ field: 27, message: 'Alleen na het einde van een dienstbetrekking of arbeidsovereenkomst.' });
  return problems;
};
