import { type ImportSpec, insertRows, localDay, parseHoursPerWeek, parseMunicipalityCode } from '@werkplein/kernel';
import { In } from 'typeorm';
import { employersBySource } from '../employers/employers.import.ts';
import { line, oneOf, parseDutchDay, parseDutchNumber, readRow, SOURCE } from '../import-cells.ts';
import { noCommissioner } from '../participants/commissioner.rules.ts';
import { Participant } from '../participants/participant.entity.ts';
import { allNuoParameters, type NuoParameter } from '../parameters/index.ts';
import { newPersons } from '../persons/person.store.ts';
import { freshPlacement } from './fresh.ts';
import { Placement } from './placement.entity.ts';
import { statePlacements } from './placement.facts.ts';
import { firstTerm } from './placement-term.ts';

export interface PlacementImportRow {
  sourceKey: string;
  employerKey: string | null;
  participant: { sourceKey: string; name: string | null };
  facts: Pick<Placement, 'kind' | 'startsOn' | 'endedOn' | 'hoursPerWeek' | 'municipality'>;
}

const kinds = {
  'intern beschut': 'SHELTERED_INTERNAL',
  'beschut binnen': 'SHELTERED_INTERNAL',
  'werken op locatie': 'WORK_ON_LOCATION',
  'detachering individueel': 'SECONDMENT_INDIVIDUAL',
  'detachering groep': 'SECONDMENT_GROUP',
  groepsdetachering: 'SECONDMENT_GROUP',
  'begeleid werken': 'BEGELEID_WERKEN',
  proefplaatsing: 'PROEFPLAATSING',
  werkervaringsplaats: 'WORK_EXPERIENCE',
  participatieplaats: 'PARTICIPATION_PLACE',
  'regulier met lks': 'REGULAR_WITH_LKS',
  regulier: 'REGULAR',
} as const;
/** Kinds that Wsw employees have; of others the NUO holds no name. */
const wswKinds = new Set<string>(['SHELTERED_INTERNAL', 'WORK_ON_LOCATION', 'SECONDMENT_INDIVIDUAL', 'SECONDMENT_GROUP', 'BEGELEID_WERKEN']);

const col = (text: string, names: string[], required = true) => ({ names, required, text });

const columns = {
  bronnummer: col('Nummer in het bronsysteem', ['bronnummer', 'plaatsingsnummer']),
  werkgever: col('Bronnummer of KvK-nummer van de werkgever; leeg bij intern beschut', ['werkgever'], false),
  soort: col('Soort plaatsing', ['soort', 'soort plaatsing']),
  begindatum: col('dd-mm-jjjj', ['begindatum', 'startdatum']),
  einddatum: col('Laatste dag, dd-mm-jjjj', ['einddatum'], false),
  uren: col('Uren per week', ['uren', 'uren per week']),
  gemeentecode: col('CBS-code van de gemeente die voor de deelnemer instaat', ['gemeentecode']),
  deelnemer: col('Bronnummer van de deelnemer', ['deelnemer bronnummer', 'deelnemer', 'deelnemernummer']),
  naam: col('Naam, alleen van Wsw-medewerkers', ['naam'], false),
};

/** What a line of the file says of a placement as it is today; a last day that is still to come is the expected end. */
const statesOf = (
  { kind, startsOn, endedOn }: PlacementImportRow['facts'],
  today: string,
  rates: readonly NuoParameter[],
): Pick<Placement, 'status' | 'expectedEndOn' | 'endedOn' | 'termEndsOn'> => {
  const termEndsOn = firstTerm(rates, kind, startsOn);
  if (endedOn !== null && endedOn <= today) return { status: 'ENDED', expectedEndOn: null, endedOn, termEndsOn };
  return { status: startsOn > today ? 'PLANNED' : 'ACTIVE', expectedEndOn: endedOn, endedOn: null, termEndsOn };
};

export const placementsImport: ImportSpec<PlacementImportRow> = {
  columns,
  parse: (cells) =>
    readRow((check) => {
      const cell = (name: keyof typeof columns): string => cells[name] ?? '';
      const read = <T>(name: keyof typeof columns, parse: (text: string) => T): T => check.required(name, cell(name), parse);
      const kind = read('soort', oneOf(kinds));
      const employerKey = check.optional('werkgever', cell('werkgever'), line(64));
      if (kind && kind !== 'SHELTERED_INTERNAL' && employerKey === null) check.problem('werkgever', 'Alleen intern beschut werk heeft geen werkgever.');
      if (kind === 'SHELTERED_INTERNAL' && employerKey) check.problem('werkgever', 'Intern beschut werk heeft geen werkgever.');
      const startsOn = read('begindatum', parseDutchDay);
      const endedOn = check.optional('einddatum', cell('einddatum'), parseDutchDay);
      if (startsOn && endedOn && endedOn < startsOn) check.problem('einddatum', 'De einddatum ligt voor de begindatum.');
      const name = check.optional('naam', cell('naam'), line(200));
      if (kind && name && !wswKinds.has(kind)) check.problem('naam', 'De NUO houdt alleen namen van Wsw-medewerkers; laat de naam bij deze soort leeg.');
      return {
        sourceKey: read('bronnummer', line(64)),
        employerKey,
        participant: { sourceKey: read('deelnemer', line(64)), name },
        facts: {
          kind,
          startsOn,
          endedOn,
          hoursPerWeek: read('uren', (text) => parseHoursPerWeek(parseDutchNumber(text))),
          municipality: read('gemeentecode', parseMunicipalityCode),
        },
      };
    }),

  check: async (tx, rows) => {
    const employers = await employersBySource(
      tx,
      rows.flatMap((row) => row.employerKey ?? []),
    );
    return rows.map(({ employerKey }) =>
      employerKey === null || employers.has(employerKey)
        ? []
        : [{ path: ['werkgever'], message: 'Deze werkgever is niet bekend; lees eerst de werkgevers in.' }],
    );
  },

  write: async (tx, rows, ctx) => {
    const bySource = (keys: string[]) => ({ where: { sourceSystem: SOURCE, sourceKey: In(keys) } });
    const known = new Set((await tx.em.find(Placement, bySource(rows.map((row) => row.sourceKey)))).map((row) => row.sourceKey));
    const people = new Map((await tx.em.find(Participant, bySource(rows.map((row) => row.participant.sourceKey)))).map((row) => [row.sourceKey, row]));
    const employers = await employersBySource(
      tx,
      rows.flatMap((row) => row.employerKey ?? []),
    );
    const today = localDay(ctx.clock());
    const rates = await allNuoParameters(tx);
    const participants: Participant[] = [];
    const placements: Placement[] = [];
    const outcomes = rows.map(({ sourceKey, employerKey, participant: { sourceKey: personKey, name }, facts }) => {
      if (known.has(sourceKey)) return 'unchanged';
      known.add(sourceKey);
      let person = people.get(personKey);
      if (!person) {
        const id = ctx.newId();
        person = {
          ...noCommissioner,
          id,
          personId: id,
          clientId: null,
          municipality: facts.municipality,
          name,
          registeredOn: facts.startsOn,
          version: 1,
          sourceSystem: SOURCE,
          sourceKey: personKey,
        };
        people.set(personKey, person);
        participants.push(person);
      }
      placements.push({
        ...freshPlacement,
        ...facts,
        id: ctx.newId(),
        participantId: person.id,
        clientId: person.clientId,
        employerAliasId: employerKey === null ? null : (employers.get(employerKey) as string),
        ...statesOf(facts, today, rates),
        sourceSystem: SOURCE,
        sourceKey,
      });
      return 'created';
    });
    await newPersons(
      tx,
      participants.map(({ id }) => id),
    );
    await insertRows(tx, Participant, participants);
    await insertRows(tx, Placement, placements);
    await statePlacements(tx, ctx, placements);
    return outcomes;
  },
};
