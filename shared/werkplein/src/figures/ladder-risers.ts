import { decodeCursor, Fact, knownFacts, pageSize, type ReadTx, toPage, wasKnown } from '@werkplein/kernel';
import { asCounted, type Counted, type Evaluator, type Span } from '@werkplein/indicators';
import type { SelectQueryBuilder } from 'typeorm';
import { LADDER } from '../ladder/ladder.facts.ts';

/** The last measurement of each person in the period, as `m`, beside the step before it; who was measured once has none, and is in no side. */
const measured = (tx: ReadTx, { from, until, knownAt }: Span): SelectQueryBuilder<object> => {
  const ofPerson = 'OVER (PARTITION BY f.subject ORDER BY f.validFrom';
  const all = knownFacts(tx, [LADDER], knownAt)
    .andWhere('f.validFrom <= :until', { until })
    // Of everybody who was measured in the period every measurement, of nobody else any.
    .andWhere(`f.subject IN (SELECT h.subject FROM fact h WHERE h.kind = '${LADDER}' AND h.validFrom BETWEEN :from AND :until AND ${wasKnown('h')})`, { from })
    .select('f.id', 'id')
    .addSelect('f.municipality', 'municipality')
    .addSelect('f.validFrom', 'measuredOn')
    .addSelect('f.amount', 'step')
    .addSelect(`LAG(f.amount) ${ofPerson}, f.id)`, 'earlier')
    .addSelect(`ROW_NUMBER() ${ofPerson} DESC, f.id DESC)`, 'place');
  return tx.em
    .createQueryBuilder()
    .from(`(${all.getQuery()})`, 'm')
    .setParameters(all.getParameters())
    .where('m.place = 1 AND m.earlier IS NOT NULL AND m.measuredOn >= :from');
};

/** How far people rose, by municipality. */
const lines = [
  { key: 'stijgers', label: 'Mensen die hoger staan', measure: 'm.step > m.earlier' },
  { key: 'een-trede', label: 'Van de stijgers: één trede', measure: 'm.step - m.earlier = 1' },
  { key: 'meer-treden', label: 'Van de stijgers: twee treden of meer', measure: 'm.step - m.earlier > 1' },
  { key: 'dalers', label: 'Mensen die lager staan', measure: 'm.step < m.earlier' },
  { key: 'gelijk', label: 'Mensen die gelijk staan', measure: 'm.step = m.earlier' },
] as const;

/** LADDER_STIJGERS: of a person with two measurements the last counts, when it is a step higher than the one before. */
export const ladderRisers: Evaluator = {
  count: async (tx, span) => {
    const query = measured(tx, span).select('m.municipality', 'belongsTo').addSelect('COUNT(*)', 'people').groupBy('m.municipality');
    for (const { key, measure } of lines) query.addSelect(`SUM(CASE WHEN ${measure} THEN 1 ELSE 0 END)`, key);
    const found = await query.getRawMany<Record<string, unknown>>();
    return new Map(
      found.map((row): [string, Counted] => {
        const [risers, ...others] = lines.map(({ key, label }) => ({
          key,
          label,
          value: Number(row[key]),
          partOfValue: key === 'een-trede' || key === 'meer-treden',
        }));
        return [String(row['belongsTo']), { numerator: risers?.value ?? 0, denominator: Number(row['people']), rows: others }];
      }),
    );
  },
  facts: async (tx, span, side, municipality, { first, after }) => {
    const size = pageSize(first);
    const from = decodeCursor(after);
    const counted = measured(tx, span).select('m.id');
    if (side === 'NUMERATOR') counted.andWhere('m.step > m.earlier');
    if (municipality !== null) counted.andWhere('m.municipality = :municipality', { municipality });
    const listed = tx.em.createQueryBuilder(Fact, 'l').where(`l.id IN (${counted.getQuery()})`).setParameters(counted.getParameters());
    if (from) listed.andWhere('l.id > :after', { after: from[1] });
    const rows = await listed
      .orderBy('l.id')
      .limit(size + 1)
      .getMany();
    return toPage(
      rows.map((fact) => asCounted(fact, 1)),
      size,
      ({ id }) => ['', id],
    );
  },
};
