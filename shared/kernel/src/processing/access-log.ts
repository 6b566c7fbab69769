import { In } from 'typeorm';
import { decodeCursor, type Page, pageSize, toPage } from '../pages/index.ts';
import type { RequestContext } from '../server/context.ts';
import { purposeText } from '../purposes/index.ts';
import { AccessEvent } from './access-event.entity.ts';
import { ProcessingLogLine } from './processing-log.entity.ts';

/** One time that a person's data were processed, as that person may know it: the organisation, never the employee. */
export interface Access {
  at: Date;
  /** `nuo` or a CBS code. */
  organisation: string;
  activity: string;
  purpose: string;
}

/** Who processed the data of this person, newest first. */
export const accessLog = async (ctx: RequestContext, subjectId: string, first: number, after: string | null): Promise<Page<Access>> => {
  const size = pageSize(first);
  const cursor = decodeCursor(after);
  const { em } = ctx.db.read;
  const query = em
    .createQueryBuilder(ProcessingLogLine, 'line')
    .where('line.dataSubjectId IN (:...subjects)', { subjects: ctx.logging.everyPseudonym(subjectId) })
    // An id begins with its instant.
    .orderBy('line.id', 'DESC')
    .limit(size + 1);
  if (cursor) query.andWhere('line.id < :id', { id: cursor[1] });
  const { nodes: lines, pageInfo } = toPage(await query.getMany(), size, ({ id }) => [id, id]);
  if (lines.length === 0) return { nodes: [], pageInfo };
  const events = await em.find(AccessEvent, {
    where: { decision: 'ALLOWED', traceId: In(lines.map(({ traceId }) => traceId)), spanId: In(lines.map(({ parentSpanId }) => parentSpanId)) },
  });
  const bySpan = new Map(events.map((event) => [event.spanId, event]));
  const nodes = lines.map(({ parentSpanId, name, startTime }): Access => {
    const { organisation = '', purpose = '' } = bySpan.get(parentSpanId ?? '') ?? {};
    return { at: startTime, organisation, activity: name, purpose: purposeText(purpose) };
  });
  return { nodes, pageInfo };
};
