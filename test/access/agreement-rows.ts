import type { Database } from '@werkplein/kernel';
import { idIn, type World, yearOf } from './worlds.ts';

// What was agreed with the municipality of each world, and how it was reported; every column is filled, so that every field shows something.

const at = (day: string): Date => new Date(`${day}T09:00:00Z`);
/** In one half of the worlds it can be said how it goes, in the other why not. */
const indicatorOf = ({ disclosed }: World): string => (disclosed ? 'CONTACTEN' : 'WERKGEVERS_ACTIEF');

const agreementOf = (world: World) => ({
  id: idIn(world, 'agreement'),
  year: yearOf(world),
  municipality: world.municipality.code,
  indicator: indicatorOf(world),
  status: 'SETTLED',
  proposedAt: at('2018-11-01'),
  settledAt: at('2026-11-01'),
  settledById: 'e1',
  settledByName: 'Medewerker',
  settlementNote: 'Jaarrekening',
  settledByReportId: idIn(world, 'report'),
  version: 3,
});

const versionOf = (world: World, number: number) => ({
  agreementId: idIn(world, 'agreement'),
  number,
  target: 40,
  direction: 'HIGHER',
  amberBeyond: 2,
  redBeyond: 5,
  source: 'BUDGET',
  definitionVersion: 1,
  reason: 'Reden',
  proposedAt: at('2018-11-01'),
  proposedById: 'e1',
  proposedByName: 'Medewerker',
  proposedByOrganisation: 'nuo',
  nuoAcceptedAt: at('2018-11-02'),
  nuoAcceptedById: 'e1',
  nuoAcceptedByName: 'Medewerker',
  municipalityAcceptedAt: at('2018-11-03'),
  municipalityAcceptedById: 'e2',
  municipalityAcceptedByName: 'Ander',
});

const lineOf = (world: World) => ({
  agreementId: idIn(world, 'agreement'),
  indicator: indicatorOf(world),
  title: 'Titel',
  definition: 'Definitie',
  definitionVersion: 1,
  unit: 'FACTS',
  decimals: 0,
  manual: false,
  versionNumber: 1,
  direction: 'HIGHER',
  target: 40,
  targetText: '40',
  amberBeyond: 2,
  redBeyond: 5,
  value: 30,
  text: '30',
  numerator: 30,
  denominator: null,
  complete: false,
  missingSources: ['nuo'],
  forecast: 40,
  forecastText: '40',
  colour: 'UNKNOWN',
  why: 'INCOMPLETE',
});

const documentOf = (world: World, suppressed: boolean): string =>
  JSON.stringify({
    format: 'kwartaalrapportage/1',
    municipality: { code: world.municipality.code, name: world.municipality.name },
    year: yearOf(world),
    quarter: 3,
    measuredOn: `${yearOf(world)}-09-30`,
    knownAt: '2026-11-01T09:00:00.000Z',
    suppressed,
    complete: false,
    missingSources: ['nuo'],
    acceptedBecause: 'Reden',
    lines: [lineOf(world)],
  });

const reportOf = (world: World) => ({
  id: idIn(world, 'report'),
  municipality: world.municipality.code,
  year: yearOf(world),
  quarter: 3,
  edition: 1,
  measuredOn: `${yearOf(world)}-09-30`,
  knownAt: at('2026-11-01'),
  complete: false,
  missingSources: ['nuo'],
  reason: 'Reden',
  frozenAt: at('2026-11-01'),
  frozenById: 'e1',
  frozenByName: 'Medewerker',
  document: documentOf(world, false),
  hash: 'a'.repeat(64),
  reporterDocument: documentOf(world, true),
  reporterHash: 'b'.repeat(64),
});

export const fillAgreements = (db: Database, world: World): Promise<void> =>
  db.write(async ({ em }) => {
    await em.insert('quarter_report', reportOf(world));
    await em.insert('performance_agreement', agreementOf(world));
    const held = { id: idIn(world, 'agreedTerms'), ...versionOf(world, 1), establishedAt: at('2018-11-03'), withdrawnAt: at('2026-11-02') };
    const open = { id: idIn(world, 'openTerms'), ...versionOf(world, 2), establishedAt: null, withdrawnAt: null };
    await em.insert('agreement_version', [held, open]);
    await em.insert('manual_value', {
      id: idIn(world, 'manualValue'),
      agreementId: idIn(world, 'agreement'),
      measuredOn: `${yearOf(world)}-06-30`,
      value: 10,
      reason: 'Reden',
      recordedById: 'e1',
      recordedByName: 'Medewerker',
      recordedAt: at('2026-07-01'),
      replacedAt: at('2026-08-01'),
    });
  });
