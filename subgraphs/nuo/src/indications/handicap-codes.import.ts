import { type ImportSpec, InvalidValue, type ReadTx, type WriteTx } from '@werkplein/kernel';
import { In } from 'typeorm';
import { line, parseDutchDay, readRow, SOURCE } from '../import-cells.ts';
import { Participant } from '../participants/participant.entity.ts';
import { Indication, IndicationHandicap } from './indication.entity.ts';

export interface HandicapImportRow {
  participant: string;
  decidedOn: string;
  codes: string[];
}

const col = (text: string, names: string[], required = true) => ({ names, required, text });
const columns = {
  deelnemer: col('Nummer van de deelnemer, hier of in het bronsysteem', ['deelnemer', 'deelnemer bronnummer']),
  'besluit van': col('dd-mm-jjjj of jjjj-mm-dd: de dag van het indicatiebesluit', ['besluit van', 'besluitdatum']),
  'code 1': col('Handicapcode van drie cijfers', ['code 1', 'handicapcode 1']),
  'code 2': col('Handicapcode van drie cijfers', ['code 2', 'handicapcode 2'], false),
  'code 3': col('Handicapcode van drie cijfers', ['code 3', 'handicapcode 3'], false),
};

const parseCode = (text: string): string => {
  if (!/^[0-9]{3}$/.test(text.trim())) throw new InvalidValue('een handicapcode van drie cijfers');
  return text.trim();
};

const keyOf = (participant: string, day: string): string => `${participant}|${day}`;

/** Indications by the participant's number, ours or that of the source, and the day of the decision. */
const indicationIds = async ({ em }: ReadTx, rows: readonly HandicapImportRow[]): Promise<Map<string, string>> => {
  const numbers = rows.map(({ participant }) => participant);
  const participants = await em.find(Participant, { where: [{ id: In(numbers) }, { sourceSystem: SOURCE, sourceKey: In(numbers) }] });
  const indications = await em.findBy(Indication, { participantId: In(participants.map(({ id }) => id)) });
  return new Map(
    indications.flatMap(({ id, participantId, decidedOn }) => {
      const participant = participants.find((each) => each.id === participantId);
      return [participantId, participant?.sourceKey ?? participantId].map((number) => [keyOf(number, decidedOn), id] as const);
    }),
  );
};

const codesOf = async ({ em }: WriteTx, ids: readonly string[]): Promise<Map<string, string>> => {
  const rows = await em.find(IndicationHandicap, { where: { indicationId: In([...ids]) }, order: { position: 'ASC' } });
  return new Map(ids.map((id) => [id, rows.flatMap((row) => (row.indicationId === id ? [row.code] : [])).join(',')]));
};

/** Handicap codes come in by file only: the graph neither takes nor gives them. */
export const handicapCodesImport: ImportSpec<HandicapImportRow> = {
  columns,
  parse: (cells) =>
    readRow((check) => ({
      participant: check.required('deelnemer', cells['deelnemer'] ?? '', line(64)),
      decidedOn: check.required('besluit van', cells['besluit van'] ?? '', parseDutchDay),
      codes: (['code 1', 'code 2', 'code 3'] as const).flatMap((name) => check.optional(name, cells[name]?.trim(), parseCode) ?? []),
    })),
  check: async (tx, rows) => {
    const ids = await indicationIds(tx, rows);
    return rows.map(({ participant, decidedOn }) =>
      ids.has(keyOf(participant, decidedOn)) ? [] : [{ path: ['besluit van'], message: 'Van deze deelnemer is geen indicatie van deze dag bekend.' }],
    );
  },
  write: async (tx, rows, ctx) => {
    const ids = await indicationIds(tx, rows);
    const known = await codesOf(tx, [...new Set(ids.values())]);
    const outcomes: ('created' | 'updated' | 'unchanged')[] = [];
    for (const { participant, decidedOn, codes } of rows) {
      const indicationId = ids.get(keyOf(participant, decidedOn)) as string;
      const before = known.get(indicationId);
      const after = codes.join(',');
      outcomes.push(before === after ? 'unchanged' : before ? 'updated' : 'created');
      if (before === after) continue;
      known.set(indicationId, after);
      await tx.em.delete(IndicationHandicap, { indicationId });
      for (const [at, code] of codes.entries()) await tx.em.insert(IndicationHandicap, { id: ctx.newId(), indicationId, position: at + 1, code });
    }
    return outcomes;
  },
};
