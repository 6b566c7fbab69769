import { groupBy } from '../reads.ts';
import type { LineSource } from '../service-line/service-line.ts';
import { reaches } from '../participants/participant.policy.ts';
import { Participant } from '../participants/participant.entity.ts';
import { LearningLine, LearningStep } from './learning.entity.ts';
import { viewLearning } from './learning.policy.ts';
import { LearningStepType } from './learning.types.ts';

/** The steps that were begun: what is only planned, or was stopped before it began, has no days. */
export const learningLine: LineSource = {
  type: LearningStepType,
  entries: async (ctx, participantId) => {
    const rows = await ctx.load('learningStepLine', participantId, async (ids) => {
      const { raw, entities } = await ctx.db.read.em
        .createQueryBuilder(LearningStep, 's')
        .innerJoin(LearningLine, 'l', 'l.id = s.lineId')
        .innerJoin(Participant, 'p', 'p.id = l.participantId')
        .addSelect('p.id', 'participant')
        .addSelect('p.municipality', 'municipality')
        .where('p.id IN (:...ids) AND s.startedOn IS NOT NULL', { ids })
        .orderBy('s.id')
        .getRawAndEntities<{ participant: string; municipality: string }>();
      const seen = entities.map((row, i) => ({ row, of: raw[i] as { participant: string; municipality: string } }));
      return groupBy(
        seen.filter(({ of }) => reaches(ctx, viewLearning, of.municipality)),
        ({ of }) => of.participant,
      );
    });
    return (rows ?? []).map(({ row }) => ({ startsOn: row.startedOn as string, endsOn: row.finishedOn, record: { ...row, __typename: 'LearningStep' } }));
  },
};
