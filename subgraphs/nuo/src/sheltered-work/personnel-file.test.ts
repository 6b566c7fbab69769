import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { Indication, IndicationHandicap } from '../indications/indication.entity.ts';
import { command } from '../testing/colleagues.ts';
import { nuoForTest, testDemo, testId } from '../testing/index.ts';
import { newEmployment, newPlacement, newWorker } from '../testing/sheltered.ts';
import { FallbackClaim } from '../workplaces/fallback-claim.entity.ts';
import { Residence, WswWorker } from '../wsw-workers/wsw-worker.entity.ts';
import { EmploymentTerms, ShelteredEmployment } from './employment.entity.ts';

// Today is 2026-08-03; a personnel file is kept for ten years after the last employment.

describe.each(dialects)('a personnel file on %s', (dialect) => {
  const withFile = async (nuo: Awaited<ReturnType<typeof nuoForTest>>, n: number, employments: Partial<ShelteredEmployment>[]) => {
    const id = await newWorker(nuo, { decidedOn: '2005-01-01' });
    const rows = [];
    for (const more of employments) rows.push(await newEmployment(nuo, id, { startsOn: '2005-01-01', ...more }));
    const recorded = { recordedAt: new Date('2015-01-01T00:00:00Z'), replacedAt: null };
    await nuo.db.write(async ({ em }) => {
      await em.insert(Residence, { id: testId(90, n), participantId: id, municipality: '0189', validFrom: '2005-01-01', validUntil: null, ...recorded });
    });
    return { id, rows };
  };

  it('goes as a whole ten years and a day after the last employment, and not before', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const ended = (endsOn: string) => ({ state: 'ENDED', endsOn, endReason: 'OWN_REQUEST', destination: 'OTHER' }) as const;
    const over = await withFile(nuo, 1, [ended('2010-12-31'), ended('2016-08-02')]);
    const almost = await withFile(nuo, 2, [ended('2016-08-03')]);
    const earlier = await withFile(nuo, 3, [ended('2010-12-31'), {}]);
    const never = await withFile(nuo, 4, []);
    const refused = await withFile(nuo, 5, [{ kind: 'BESCHUT_10B', state: 'REFUSED' }]);
    const placement = await newPlacement(nuo, over.id, { status: 'ENDED', startsOn: '2010-01-01', endedOn: '2010-02-01' });
    const claim = { employmentId: over.rows[1]?.id as string, participantId: over.id, placementId: placement.id, state: 'ENDED' as const };
    const unused = { lastWorkplaceId: null, neededFrom: null, hoursPerWeek: null, workplaceId: null, note: null, version: 1 };
    await nuo.db.write(({ em }) => em.insert(FallbackClaim, { id: testId(91, 1), ...claim, ...unused }));
    const of = async (id: string): Promise<number[]> => {
      const { em } = nuo.db.read;
      const theirs = await em.findBy(ShelteredEmployment, { participantId: id });
      const terms = (await em.find(EmploymentTerms)).filter(({ employmentId }) => theirs.some((row) => row.id === employmentId)).length;
      const indications = await em.countBy(Indication, { participantId: id });
      const claims = await em.countBy(FallbackClaim, { participantId: id });
      return [theirs.length, terms, indications, await em.countBy(Residence, { participantId: id }), await em.countBy(WswWorker, { id }), claims];
    };
    const people = [over, almost, earlier, never, refused].map(({ id }) => id);
    const before = await Promise.all(people.map(of));
    expect(before).toEqual([
      [2, 2, 1, 1, 1, 1],
      [1, 1, 1, 1, 1, 0],
      [2, 2, 1, 1, 1, 0],
      [0, 0, 1, 1, 1, 0],
      [1, 1, 1, 1, 1, 0],
    ]);
    const retain = (dryRun: boolean) => command(nuo, 'nuo.privacyofficer', 'runRetention', { dryRun }, 'parts { title rows }');
    const { parts } = await retain(true);
    const titles = Object.fromEntries(
      parts.filter(({ rows }: { rows: number }) => rows > 0).map(({ title, rows }: { title: string; rows: number }) => [title, rows]),
    );
    // Of whom only the registration is known, and of whom an employment was refused, the file is kept from the registration on (2015-01-01).
    expect(titles).toMatchObject({ Dienstverbanden: 3, 'Afspraken bij dienstverbanden': 3, Woongemeenten: 3, 'Wsw-gegevens': 3 });
    expect(await Promise.all(people.map(of))).toEqual(before);
    await retain(false);
    expect(await Promise.all(people.map(of))).toEqual([[0, 0, 0, 0, 0, 0], before[1], before[2], [0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0]]);
    expect(await nuo.db.read.em.countBy(IndicationHandicap, {})).toBe(0);
  });
});
