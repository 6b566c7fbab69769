import { localDay, type RequestContext, runCommand } from '@werkplein/kernel';
import { LessThanOrEqual } from 'typeorm';
import { keepingPlacement } from '../activities.ts';
import { recordSilence } from './change-placement.ts';
import { Placement } from './placement.entity.ts';
import type { SettleAgreementsInput } from './placement.inputs.ts';
import type { AgreementsSettled } from './placement.results.ts';
import { asOf } from './placement-states.rules.ts';

const AT_ONCE = 500;

/** Only cleans up: a placement whose term has passed in silence counts as agreed everywhere, written down or not. */
export const settleAgreements = (ctx: RequestContext, input: SettleAgreementsInput): Promise<AgreementsSettled> =>
  runCommand(
    ctx,
    'PlacementAgreementsSettle',
    input,
    async (tx) => {
      const today = localDay(ctx.clock());
      const due = await tx.em.find(Placement, {
        where: { status: 'PROPOSED', implicitAgreementOn: LessThanOrEqual(today) },
        order: { implicitAgreementOn: 'ASC', id: 'ASC' },
        take: AT_ONCE,
      });
      const settled: Placement[] = [];
      for (const stored of due) {
        const { status, agreedOn, agreedBy } = asOf(stored, today);
        const { id, version } = stored;
        const { affected } = await tx.em.update(Placement, { id, version, status: 'PROPOSED' }, { status, agreedOn, agreedBy, version: version + 1 });
        if (affected !== 1) continue;
        await recordSilence(tx, ctx, stored);
        settled.push(stored);
      }
      return {
        answer: { __typename: 'AgreementsSettled' as const, count: settled.length },
        subjectIds: settled.map(({ id }) => id),
        persons: settled.map(({ participantId }) => participantId),
      };
    },
    keepingPlacement,
  );
