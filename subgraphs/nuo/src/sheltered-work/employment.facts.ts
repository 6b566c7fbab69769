import { type Knowing, stateAllFacts, type StatedFact, type WriteTx } from '@werkplein/kernel';
import { groupBy, rowsBy } from '../reads.ts';
import { type EmploymentTerms, ShelteredEmployment } from './employment.entity.ts';
import { knownTerms } from './employment.store.ts';

/**
 * An employment while the same was agreed: one fact for each period of terms. `code`: its kind; `amount`: hundredths of hours a week; `facet`:
 * `STARTED` of its first period, `SWITCHED` where it goes on with an employment of another form; `municipality`: who was responsible then; `other`: the employer.
 */
export const EMPLOYMENT = 'EMPLOYMENT';

const HUNDREDTHS = 100;

/** One that waits for its decision, or never came to it, is no fact. `terms` as known now, oldest first. */
export const employmentFacts = (employment: ShelteredEmployment, terms: readonly EmploymentTerms[]): StatedFact[] => {
  const { state, startsOn, endsOn, participantId, kind, continuesId, employerAliasId } = employment;
  if (state !== 'AGREED' && state !== 'ENDED') return [];
  const within = terms
    .map((row) => ({
      row,
      validFrom: row.validFrom < startsOn ? startsOn : row.validFrom,
      validUntil: endsOn !== null && (row.validUntil === null || endsOn < row.validUntil) ? endsOn : row.validUntil,
    }))
    .filter(({ validFrom, validUntil }) => validUntil === null || validFrom <= validUntil);
  return within.map(({ row, ...period }, at) => ({
    ...period,
    kind: EMPLOYMENT,
    subject: participantId,
    municipality: row.responsibleMunicipality,
    payer: row.payingMunicipality,
    responsible: row.responsibleMunicipality,
    code: kind,
    facet: at > 0 ? null : continuesId === null ? 'STARTED' : 'SWITCHED',
    other: employerAliasId,
    amount: Math.round(row.hoursPerWeek * HUNDREDTHS),
  }));
};

/** States what is now known of these employments. */
export const stateEmployments = async (tx: WriteTx, knowing: Knowing, ids: readonly string[]): Promise<void> => {
  const terms = groupBy(await knownTerms(tx, ids), ({ employmentId }) => employmentId);
  const rows = await rowsBy(tx, ShelteredEmployment, 'id', ids);
  await stateAllFacts(tx, knowing, [EMPLOYMENT], new Map(rows.map((row) => [row.id, employmentFacts(row, terms.get(row.id) ?? [])])));
};
