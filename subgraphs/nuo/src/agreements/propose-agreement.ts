import { isUniqueViolation, municipalities, parseMunicipalityCode, parseWhole, type RequestContext, runCommand, type WriteTx } from '@werkplein/kernel';
import { steeredOf } from '@werkplein/indicators';
import { publish } from '../events/publish.ts';
import { checkInput } from '../input.ts';
import { PerformanceAgreement } from './agreement.entity.ts';
import type { ProposeAgreementInput } from './agreement.inputs.ts';
import type { AgreementChanged, AgreementExists } from './agreement.types.ts';
import { checkTerms, writeVersion } from './write-version.ts';

type Answer = AgreementChanged | AgreementExists;
const [FIRST_YEAR, LAST_YEAR] = [2020, 2100];

/** Makes the agreement; the one that is there already, also when it came a moment before, is the answer instead. */
const create = async (tx: WriteTx, row: PerformanceAgreement): Promise<string | null> => {
  const { year, municipality, indicator } = row;
  const holder = () => tx.em.findOneBy(PerformanceAgreement, { year, municipality, indicator });
  const known = await holder();
  if (known) return known.id;
  try {
    await tx.em.insert(PerformanceAgreement, row);
    return null;
  } catch (error) {
    const winner = isUniqueViolation(error) ? await holder() : null;
    if (!winner) throw error;
    return winner.id;
  }
};

/** The NUO proposes what to agree with a municipality for a year; nothing holds before both have accepted it. */
export const proposeAgreement = (ctx: RequestContext, input: ProposeAgreementInput): Promise<Answer> => {
  const checking = checkInput();
  const year = checking.required('year', input.year, parseWhole(FIRST_YEAR, LAST_YEAR));
  const municipality = checking.required('municipality', input.municipality, parseMunicipalityCode);
  if (municipality && !municipalities.some(({ code }) => code === municipality)) checking.problem('municipality', 'Deze gemeente doet niet mee.');
  const steered = steeredOf(input.indicator);
  if (steered) checkTerms(checking, steered, input.terms);
  else checking.problem('indicator', 'Dit cijfer bestaat niet.');
  checking.done();
  return runCommand<Answer>(ctx, 'PerformanceAgreementPropose', input, async (tx) => {
    const id = ctx.newId();
    const known = await create(tx, {
      id,
      year,
      municipality,
      indicator: input.indicator,
      status: 'CONCEPT',
      proposedAt: ctx.clock(),
      settledAt: null,
      settledById: null,
      settledByName: null,
      settlementNote: null,
      settledByReportId: null,
      version: 1,
    });
    if (known !== null) return { answer: { __typename: 'AgreementExists', agreementId: known }, subjectIds: [known] };
    await writeVersion(tx, ctx, { id, indicator: input.indicator }, [], input.terms, null);
    await publish(tx, ctx, 'PerformanceAgreementProposed', id, null);
    return { answer: { __typename: 'AgreementChanged', agreementId: id }, subjectIds: [id] };
  });
};
