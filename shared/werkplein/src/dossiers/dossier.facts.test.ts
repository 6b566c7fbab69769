import { describe, expect, it } from 'vitest';
import { lawParameterRows } from '../law-parameters/law-parameters.rows.ts';
import type { DossierRow, DossierStepRow } from './dossier.entity.ts';
import { dossierFacts } from './dossier.facts.ts';
import type { DossierStatus } from './dossier.rules.ts';

const clientId = '0141:01900000-0000-7000-8000-000000000001';
type Step = [status: DossierStatus, on: string, step?: DossierStepRow['step']];

/** The facts of a dossier that took these steps, of these kinds: kind, code, first and last day. */
const factsOf = (kinds: readonly string[], steps: readonly Step[], more: Partial<DossierRow> = {}) => {
  const last = steps.at(-1) as Step;
  const ended = last[0] === 'CLOSED' || last[0] === 'TRANSFERRED';
  const dossier = {
    clientId,
    openedOn: '2026-01-05',
    status: last[0],
    statusSince: last[1],
    closedOn: ended ? last[1] : null,
    outflow: null,
    placedOn: null,
    placementId: null,
    ...more,
  } as DossierRow;
  const rows = steps.map(
    ([toStatus, takenOn, step = 'startIntake'], at) =>
      ({ toStatus, takenOn, step, fromStatus: steps[at - 1]?.[0] ?? null, placedOn: null, placementId: null }) as DossierStepRow,
  );
  const facts = dossierFacts({ dossier, steps: more.version === 1 ? [] : rows, doelgroep: [], parameters: lawParameterRows });
  expect(facts.every(({ subject, municipality }) => subject === clientId && municipality === '0141')).toBe(true);
  return facts.filter(({ kind }) => kinds.includes(kind)).map(({ kind, code = null, validFrom, validUntil }) => [kind, code, validFrom, validUntil]);
};

const begun: Step[] = [
  ['REGISTERED', '2026-01-05', 'register'],
  ['INTAKE', '2026-01-08'],
  ['IN_PROGRAMME', '2026-02-01'],
];

describe('what figures count of a dossier', () => {
  it.each<[string, Step[], Partial<DossierRow>, unknown[]]>([
    [
      'are its phases, the last without end',
      begun,
      {},
      [
        ['DOSSIER', 'REGISTERED', '2026-01-05', '2026-01-07'],
        ['DOSSIER', 'INTAKE', '2026-01-08', '2026-01-31'],
        ['DOSSIER', 'IN_PROGRAMME', '2026-02-01', null],
      ],
    ],
    [
      'keep a phase of less than a day on its day',
      [
        ['REGISTERED', '2026-01-05', 'register'],
        ['INTAKE', '2026-01-05'],
        ['IN_PROGRAMME', '2026-01-06'],
      ],
      {},
      [
        ['DOSSIER', 'REGISTERED', '2026-01-05', '2026-01-05'],
        ['DOSSIER', 'INTAKE', '2026-01-05', '2026-01-05'],
        ['DOSSIER', 'IN_PROGRAMME', '2026-01-06', null],
      ],
    ],
    [
      'hold on the day of closing',
      [
        ['REGISTERED', '2026-01-05', 'register'],
        ['CLOSED', '2026-01-20', 'discontinue'],
      ],
      { outflow: 'OTHER_INCOME' },
      [['DOSSIER', 'REGISTERED', '2026-01-05', '2026-01-20']],
    ],
    [
      'end with the old regie, whatever it did afterwards',
      [...begun, ['CLOSED', '2026-03-09', 'close']],
      { status: 'TRANSFERRED', closedOn: '2026-01-20' },
      [
        ['DOSSIER', 'REGISTERED', '2026-01-05', '2026-01-07'],
        ['DOSSIER', 'INTAKE', '2026-01-08', '2026-01-20'],
      ],
    ],
    [
      'are unknown before steps were kept',
      [['PLACEABLE', '2026-02-01']],
      { version: 1 },
      [
        ['DOSSIER', 'UNKNOWN', '2026-01-05', '2026-01-31'],
        ['DOSSIER', 'PLACEABLE', '2026-02-01', null],
      ],
    ],
  ])('%s', (_, steps, more, expected) => expect(factsOf(['DOSSIER'], steps, more)).toEqual(expected));

  it.each<[string, Step[], unknown[]]>([
    ['is none before a plan', begun.slice(0, 2), []],
    ['goes on from phase to phase', [...begun, ['PLACEABLE', '2026-03-01'], ['PLACED', '2026-04-01']], [['PROGRAMME', null, '2026-02-01', null]]],
    [
      'stops while it is suspended',
      [...begun, ['SUSPENDED', '2026-03-01'], ['IN_PROGRAMME', '2026-05-01']],
      [
        ['PROGRAMME', null, '2026-02-01', '2026-02-28'],
        ['PROGRAMME', null, '2026-05-01', null],
      ],
    ],
    ['ends on the day of closing', [...begun, ['CLOSED', '2026-03-09', 'close']], [['PROGRAMME', null, '2026-02-01', '2026-03-09']]],
  ])('time in a programme %s', (_, steps, expected) => expect(factsOf(['PROGRAMME'], steps)).toEqual(expected));

  it.each<[string, DossierStatus, DossierRow['outflow'], unknown[]]>([
    ['ends after 26 weeks', 'CLOSED', 'WORK', [['OUTFLOW', 'WORK', '2026-03-09', '2026-09-07']]],
    ['is none of who moved, also when it was closed first', 'TRANSFERRED', 'WORK', []],
  ])('outflow %s', (_, status, outflow, expected) => {
    expect(factsOf(['OUTFLOW'], [...begun, ['CLOSED', '2026-03-09', 'close']], { status, outflow })).toEqual(expected);
  });
});
