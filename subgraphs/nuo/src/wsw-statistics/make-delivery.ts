import { createHash } from 'node:crypto';
import type { ReadTx, RequestContext } from '@werkplein/kernel';
import { type HalfYear, parseHalfYear } from './half-year.ts';
import { type WswLayout, writeFile } from './wsw-layout.ts';
import { type Delivered, recordsOf } from './wsw-record.ts';
import { wswPersons } from './wsw-persons.store.ts';

/** A delivery as the facts give it. */
export interface Delivery {
  valid: Delivered[];
  /** With every field that is wrong. */
  rejected: Delivered[];
}

/** Records over a half-year with what was known at an instant; of one responsible municipality, or of all. A record without one is in the whole only. */
const makeDelivery = async (tx: ReadTx, period: HalfYear, municipality: string | null, at: Date): Promise<Delivery> => {
  const delivery: Delivery = { valid: [], rejected: [] };
  for await (const persons of wswPersons(tx, at)) {
    for (const delivered of persons.flatMap((person) => recordsOf(person, period))) {
      if (municipality !== null && delivered.responsibleMunicipality !== municipality) continue;
      (delivered.problems.length === 0 ? delivery.valid : delivery.rejected).push(delivered);
    }
  }
  return delivery;
};

/** The same, made once in a request: the command counts what its answer then shows. */
export const loadDelivery = async (ctx: RequestContext, period: string, municipality: string | null, at: Date): Promise<Delivery> => {
  const key = JSON.stringify([period, municipality, at]);
  const make = async () => new Map([[key, await makeDelivery(ctx.db.read, parseHalfYear(period), municipality, at)]]);
  return (await ctx.load('wswDelivery', key, make)) as Delivery;
};

/** The file of the valid records, and the hash by which it is known again. */
export const fileOf = ({ valid }: Delivery, layout: WswLayout): { content: string; sha256: string } => {
  const content = writeFile(
    valid.map(({ record }) => record),
    layout,
  );
  return { content, sha256: createHash('sha256').update(content).digest('hex') };
};
