import { type ImportSpec, parseText, insertRows } from '@werkplein/kernel';
import { In } from 'typeorm';
import { employersBySource } from '../employers/employers.import.ts';
import { nameKey } from '../employers/name.rules.ts';
import { line, oneOf, parseDutchMoment, parseOrganisation, readRow, SOURCE } from '../import-cells.ts';
import { ContactMoment, ContactMomentParticipant } from './contact.entity.ts';
import { stateContacts } from './contact.facts.ts';

export interface ContactImportRow {
  sourceKey: string;
  employerKey: string;
  facts: Pick<ContactMoment, 'occurredAt' | 'channel' | 'direction' | 'steering' | 'subject' | 'report' | 'organisation'>;
  employeeName: string;
}

const channels = {
  bezoek: 'VISIT',
  telefoon: 'PHONE',
  'e mail': 'EMAIL',
  email: 'EMAIL',
  videogesprek: 'VIDEO_CALL',
  bijeenkomst: 'EVENT',
  brief: 'LETTER',
  formulier: 'WEB_FORM',
  chat: 'CHAT',
} as const;
const directions = { uitgaand: 'OUTGOING', inkomend: 'INCOMING' } as const;
const steerings = { vraaggestuurd: 'VRAAGGESTUURD', aanbodgestuurd: 'AANBODGESTUURD' } as const;

const col = (text: string, names: string[], required = true) => ({ names, required, text });

const columns = {
  bronnummer: col('Nummer in het bronsysteem', ['bronnummer', 'contactnummer']),
  werkgever: col('Bronnummer of KvK-nummer van de werkgever', ['werkgever', 'werkgevernummer']),
  datumtijd: col('dd-mm-jjjj uu:mm (Nederlandse tijd), of met tijdzone', ['datumtijd', 'datum']),
  kanaal: col('bezoek, telefoon, e-mail, videogesprek, bijeenkomst, brief, formulier of chat', ['kanaal']),
  richting: col('uitgaand of inkomend', ['richting']),
  sturing: col('vraaggestuurd of aanbodgestuurd', ['sturing']),
  onderwerp: col('Onderwerp, hooguit 200 tekens', ['onderwerp']),
  verslag: col('Verslag, hooguit 4000 tekens', ['verslag'], false),
  medewerker: col('Naam van onze medewerker', ['medewerker']),
  organisatie: col('NUO, een gemeentecode of gemeentenaam', ['organisatie']),
};

export const contactsImport: ImportSpec<ContactImportRow> = {
  columns,
  parse: (cells) =>
    readRow((check) => {
      const read = <T>(name: keyof typeof columns, parse: (text: string) => T): T => check.required(name, cells[name] ?? '', parse);
      return {
        sourceKey: read('bronnummer', line(64)),
        employerKey: read('werkgever', line(64)),
        facts: {
          occurredAt: read('datumtijd', parseDutchMoment),
          channel: read('kanaal', oneOf(channels)),
          direction: read('richting', oneOf(directions)),
          steering: read('sturing', oneOf(steerings)),
          subject: read('onderwerp', line(200)),
          report: read('verslag', (text) => parseText(text, { max: 4000, min: 0, multiline: true })),
          organisation: read('organisatie', parseOrganisation),
        },
        employeeName: read('medewerker', line(120)),
      };
    }),

  check: async (tx, rows, ctx) => {
    const employers = await employersBySource(
      tx,
      rows.map((row) => row.employerKey),
    );
    return rows.map(({ employerKey, facts }) => [
      ...(employers.has(employerKey) ? [] : [{ path: ['werkgever'], message: 'Deze werkgever is niet bekend; lees eerst de werkgevers in.' }]),
      ...(facts.occurredAt > ctx.clock() ? [{ path: ['datumtijd'], message: 'Een contactmoment ligt niet in de toekomst.' }] : []),
    ]);
  },

  write: async (tx, rows, ctx) => {
    const known = new Set(
      (await tx.em.find(ContactMoment, { where: { sourceSystem: SOURCE, sourceKey: In(rows.map((row) => row.sourceKey)) } })).map((row) => row.sourceKey),
    );
    const employers = await employersBySource(
      tx,
      rows.map((row) => row.employerKey),
    );
    const moments: ContactMoment[] = [];
    const participants: ContactMomentParticipant[] = [];
    const outcomes = rows.map(({ sourceKey, employerKey, facts, employeeName }) => {
      if (known.has(sourceKey)) return 'unchanged';
      known.add(sourceKey);
      const id = ctx.newId();
      const employerAliasId = employers.get(employerKey) as string;
      moments.push({
        ...facts,
        id,
        employerAliasId,
        contactPersonId: null,
        succeeded: null,
        correctionOfId: null,
        contactPlanId: null,
        recordedAt: ctx.clock(),
        sourceSystem: SOURCE,
        sourceKey,
      });
      const employeeId = `soweco-${nameKey(employeeName).replaceAll(' ', '-')}`.slice(0, 64);
      participants.push({ contactMomentId: id, position: 0, employeeId, name: employeeName, organisation: facts.organisation });
      return 'created';
    });
    await insertRows(tx, ContactMoment, moments);
    await insertRows(tx, ContactMomentParticipant, participants);
    await stateContacts(tx, ctx, moments);
    return outcomes;
  },
};
