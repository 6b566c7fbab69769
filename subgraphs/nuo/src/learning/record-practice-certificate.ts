import { badInput, dayText, localDay, parseDay, parseText, type RequestContext } from '@werkplein/kernel';
import { checkInput } from '../input.ts';
import { type LearningStep, PracticeCertificate } from './learning.entity.ts';
import type { CertificateKnown, RecordPracticeCertificateInput } from './learning.types.ts';
import { type StepAnswer, takeLearningStep } from './take-learning-step.ts';

/** A praktijkverklaring for a step that was achieved; it often comes weeks later. */
export const recordPracticeCertificate = (ctx: RequestContext, input: RecordPracticeCertificateInput): Promise<StepAnswer | CertificateKnown> => {
  const checking = checkInput();
  const number = checking.required('number', input.number, (text) => parseText(text, { max: 60 }));
  const issuedOn = checking.required('issuedOn', input.issuedOn, parseDay);
  const issuer = checking.required('issuer', input.issuer, (text) => parseText(text, { max: 200 }));
  if (issuedOn > localDay(ctx.clock())) checking.problem('issuedOn', 'Deze dag is nog niet geweest.');
  checking.done();
  const names = ['LearningStepCertify', 'certify', 'PracticeCertificateRecorded'] as const;
  return takeLearningStep<CertificateKnown>(ctx, names, input, async (tx, row): Promise<Partial<LearningStep> | { instead: CertificateKnown }> => {
    const startedOn = row.startedOn as string;
    if (issuedOn < startedOn) throw badInput([{ path: ['input', 'issuedOn'], message: `De stap begon op ${dayText(startedOn)}.` }]);
    if (await tx.em.existsBy(PracticeCertificate, { issuer, number })) return { instead: { __typename: 'CertificateKnown', number } };
    const recorded = { recordedAt: ctx.clock(), recordedById: ctx.principal.employeeId };
    await tx.em.insert(PracticeCertificate, { id: ctx.newId(), lineId: row.lineId, stepId: row.id, number, issuedOn, issuer, ...recorded });
    return {};
  });
};
