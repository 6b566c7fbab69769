import type { DemoLearningLine, DemoSecondment, DemoTimesheet } from '@werkplein/demo';
import { addDays, type Database, insertMissing, insertRows, newIds, NUO, type WriteTx } from '@werkplein/kernel';
import { In, IsNull } from 'typeorm';
import { morningOf as morning } from '../demo-knowing.ts';
import { LearningLine, LearningStep, PracticeCertificate } from '../learning/learning.entity.ts';
import { Placement } from '../placements/placement.entity.ts';
import { Secondment, SecondmentRate } from '../secondments/secondment.entity.ts';
import { assessSheets } from './assess-sheets.ts';
import { sheetRow } from './book-sheets.ts';
import { holdBooks } from './books.ts';
import { ClosedMonth, ClosedMonthGap, Timesheet, TimesheetLedger } from './hours.entity.ts';
import { monthTotals } from './hours-totals.ts';
import { gapsOf } from './month-gaps.ts';
import { stateMonth } from './month.facts.ts';
import { isClosed, lastDayOf } from './month.rules.ts';

export interface LendingDemo {
  secondments: DemoSecondment[];
  learningLines: DemoLearningLine[];
  timesheets: DemoTimesheet[];
  closedMonths: readonly string[];
}

const BATCH = 250;
const DEMO = 'demo';
const batches = <T>(all: readonly T[]): T[][] => Array.from({ length: Math.ceil(all.length / BATCH) }, (_, i) => all.slice(i * BATCH, (i + 1) * BATCH));

const writeSecondments = async (tx: WriteTx, demos: readonly DemoSecondment[]): Promise<void> => {
  const rest = { greenTeamOf: null, version: 1, sourceSystem: null, sourceKey: null };
  await insertMissing(
    tx,
    Secondment,
    demos.map((demo) => ({ ...demo, ...rest, employerAliasId: demo.employerId, recordedAt: morning(demo.signedOn) })),
  );
  const unapproved = { belowFloorCents: null, approvedAt: null, approvedById: null, approvedByName: null, approvalReason: null };
  await insertMissing(
    tx,
    SecondmentRate,
    demos.flatMap(({ id, rates }) =>
      rates.map((rate) => ({
        ...rate,
        ...unapproved,
        secondmentId: id,
        recordedAt: morning(rate.validFrom),
        recordedById: DEMO,
        withdrawnAt: null,
        replacedById: null,
      })),
    ),
  );
  for (const { id, placementIds } of demos) await tx.em.update(Placement, { id: In(placementIds), secondmentId: IsNull() }, { secondmentId: id });
};

const writeLearningLines = async (tx: WriteTx, demos: readonly DemoLearningLine[]): Promise<void> => {
  const open = { serviceOrderId: null, endedOn: null, endReason: null, version: 1 };
  await insertMissing(
    tx,
    LearningLine,
    demos.map((demo) => ({ ...demo, ...open, openParticipantId: demo.participantId, recordedAt: morning(demo.startsOn) })),
  );
  const steps = demos.flatMap(({ id: lineId, startsOn, steps: all }) =>
    all.map((step, at) => ({ ...step, lineId, position: at + 1, since: step.finishedOn ?? step.startedOn ?? startsOn })),
  );
  await insertMissing(
    tx,
    LearningStep,
    steps.map((step) => ({ ...step, placementId: null, changedAt: morning(step.since), version: 1 })),
  );
  await insertMissing(
    tx,
    PracticeCertificate,
    steps.flatMap(({ certificate, id: stepId, lineId }) =>
      certificate ? [{ ...certificate, lineId, stepId, recordedAt: morning(certificate.issuedOn), recordedById: DEMO }] : [],
    ),
  );
};

/** Reckoned by the same rules as what somebody records; a sheet that is there already stays as it is. */
const writeSheets = async (tx: WriteTx, demos: readonly DemoTimesheet[]): Promise<void> => {
  const given = demos.map((demo) => ({ ...demo, billableParts: [] }));
  const last = demos
    .map(({ recordedOn }) => recordedOn)
    .toSorted()
    .at(-1) as string;
  const assessed = await assessSheets(tx, given, morning(last));
  const rows = assessed.flatMap(({ facts, current }, i) => {
    const { id, month, recordedOn } = demos[i] as DemoTimesheet;
    return facts && !current ? [sheetRow({ clock: () => morning(recordedOn), newId: () => id, by: DEMO }, month, facts, null)] : [];
  });
  await insertRows(tx, Timesheet, rows);
};

const closeMonth = async (tx: WriteTx, month: string): Promise<void> => {
  if (isClosed(month, await holdBooks(tx))) return;
  const gaps = await gapsOf(tx, month);
  const closed = { closedAt: morning(addDays(lastDayOf(month), 8)), closedById: DEMO, closedByName: 'Demo coordinator NUO' };
  await tx.em.insert(ClosedMonth, { month, ...closed, reason: gaps.length > 0 ? 'Demonstratie' : null, totals: await monthTotals(tx, month) });
  const newId = newIds(NUO, () => closed.closedAt);
  const lacking = gaps.map((gap) => ({ ...gap, id: newId(), month }));
  await insertRows(tx, ClosedMonthGap, lacking);
  await stateMonth(tx, { clock: () => closed.closedAt, newId }, month, lacking);
  await tx.em.update(TimesheetLedger, { id: 1 }, { closedThrough: month });
};

/** Writes agreements, learning lines and hours beside the placements that are there. A run after a kill goes on where it was. */
export const loadDemoLending = async (db: Database, demo: LendingDemo, onProgress: (done: number) => void = () => undefined): Promise<void> => {
  let done = 0;
  const load = async <T>(rows: readonly T[], write: (tx: WriteTx, some: T[]) => Promise<void>): Promise<void> => {
    for (const some of batches(rows)) {
      await db.write((tx) => write(tx, some));
      done += some.length;
      onProgress(done);
    }
  };
  await load(demo.secondments, writeSecondments);
  await load(demo.learningLines, writeLearningLines);
  for (const month of demo.closedMonths) {
    await load(
      demo.timesheets.filter((sheet) => sheet.month === month),
      writeSheets,
    );
    await db.write((tx) => closeMonth(tx, month));
  }
  await load(
    demo.timesheets.filter(({ month }) => !demo.closedMonths.includes(month)),
    writeSheets,
  );
};
