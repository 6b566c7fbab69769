/** One of the 28 characteristics (kenmerken) of the model of the Statistiek Wsw. */
export interface WswField {
  readonly number: number;
  /** Dutch, as the model names it. */
  readonly name: string;
  readonly width: number;
  /** `date` is jjjjmmdd; `codes` are those that the model gives, beside zeros for what does not apply. */
  readonly form: 'digits' | 'date' | { readonly codes: readonly string[] };
}

export const wswSource = 'Regeling uitvoering sociale werkvoorziening en begeleid werken 2015, bijlage bij art. 11 (BWBR0023158)';

const codes = (width: number, last: number): { codes: readonly string[] } => ({
  codes: Array.from({ length: last }, (_, at) => String(at + 1).padStart(width, '0')),
});

/** The record as data, in the order of the model. */
export const wswFields: readonly WswField[] = [
  { number: 1, name: 'Statistiekjaar en halfjaarsperiode', width: 5, form: 'digits' },
  { number: 2, name: 'Verantwoordelijke gemeente of WGR-verband', width: 5, form: 'digits' },
  { number: 3, name: 'Betalende gemeente', width: 4, form: 'digits' },
  { number: 4, name: 'BSN', width: 9, form: 'digits' },
  { number: 5, name: 'Geboortedatum', width: 8, form: 'date' },
  { number: 6, name: 'Geslacht', width: 1, form: codes(1, 2) },
  { number: 7, name: 'Huidige gemeente van inschrijving', width: 4, form: 'digits' },
  { number: 8, name: 'Handicapcode (1)', width: 3, form: 'digits' },
  { number: 9, name: 'Handicapcode (2)', width: 3, form: 'digits' },
  { number: 10, name: 'Handicapcode (3)', width: 3, form: 'digits' },
  { number: 11, name: 'Datum aanvraag eerste indicatie', width: 8, form: 'date' },
  { number: 12, name: 'Datum aanvraag herindicatie', width: 8, form: 'date' },
  { number: 13, name: 'Datum indicatiebesluit', width: 8, form: 'date' },
  { number: 14, name: 'Datum afloop geldigheidsduur indicatie', width: 8, form: 'date' },
  { number: 15, name: 'Besluit doelgroep', width: 1, form: codes(1, 3) },
  { number: 16, name: 'Besluit arbeidshandicap', width: 1, form: codes(1, 3) },
  { number: 17, name: 'Advies werkvorm', width: 1, form: codes(1, 2) },
  { number: 18, name: 'Begindatum dienstbetrekking', width: 8, form: 'date' },
  { number: 19, name: 'Detachering', width: 1, form: codes(1, 3) },
  { number: 20, name: 'Einddatum dienstbetrekking', width: 8, form: 'date' },
  { number: 21, name: 'Overeengekomen aantal uren per week (dienstbetrekking)', width: 2, form: 'digits' },
  { number: 22, name: 'Percentage uitbetaalde contractloon (dienstbetrekking)', width: 3, form: 'digits' },
  { number: 23, name: 'Begindatum arbeidsovereenkomst', width: 8, form: 'date' },
  { number: 24, name: 'Einddatum arbeidsovereenkomst', width: 8, form: 'date' },
  { number: 25, name: 'Overeengekomen aantal uren per week (arbeidsovereenkomst)', width: 2, form: 'digits' },
  { number: 26, name: 'Percentage uitbetaalde contractloon (arbeidsovereenkomst)', width: 3, form: 'digits' },
  { number: 27, name: 'Reden ontslag werknemersbestand', width: 1, form: codes(1, 9) },
  { number: 28, name: 'Bestemming uitstroom werknemersbestand', width: 2, form: codes(2, 11) },
];

/** How records stand in a file. The processor decides the way of delivery (art. 11 lid 2), so another is a row here. */
export const wswLayouts = {
  FIXED_WIDTH: { separator: '', lineEnd: '\r\n', header: false },
  CSV: { separator: ';', lineEnd: '\r\n', header: true },
} as const;
export type WswLayout = keyof typeof wswLayouts;

/** A record: the text of each field, by its number, as wide as the model says. */
export type WswRecord = Readonly<Record<number, string>>;

export const writeRecord = (record: WswRecord, layout: WswLayout): string =>
  wswFields.map(({ number }) => record[number] as string).join(wswLayouts[layout].separator);

/** The whole file. */
export const writeFile = (records: readonly WswRecord[], layout: WswLayout): string => {
  const { header, separator, lineEnd } = wswLayouts[layout];
  const lines = [...(header ? [wswFields.map(({ number }) => String(number)).join(separator)] : []), ...records.map((record) => writeRecord(record, layout))];
  return lines.map((line) => `${line}${lineEnd}`).join('');
};

/** A line as a record again; null when it is no line of this layout. */
export const parseRecord = (line: string, layout: WswLayout): WswRecord | null => {
  const { separator } = wswLayouts[layout];
  if (separator !== '') {
    const cells = line.split(separator);
    return cells.length === wswFields.length ? Object.fromEntries(wswFields.map(({ number }, at) => [number, cells[at] as string])) : null;
  }
  let at = 0;
  const record: Record<number, string> = {};
  for (const { number, width } of wswFields) {
    record[number] = line.slice(at, at + width);
    at += width;
  }
  return line.length === at ? record : null;
};
