import { AuditChain } from '../audit/audit-chain.entity.ts';
import { AuditEvent } from '../audit/audit-event.entity.ts';
import { removeAuditFront } from '../audit/remove-audit.ts';
import { BackupTaken } from '../backup/backup-taken.entity.ts';
import { CommandRequest } from '../commands/command-request.entity.ts';
import { LetterIn, LetterOut } from '../letters/letter.entity.ts';
import { AccessEvent } from '../processing/access-event.entity.ts';
import { Fact } from '../facts/fact.entity.ts';
import { OutboxEvent, OutboxSequence } from '../outbox/outbox.entity.ts';
import { ProcessingLogLine } from '../processing/processing-log.entity.ts';
import { UnshippedLine } from '../processing/unshipped-line.entity.ts';
import { Erasure } from './erasure.entity.ts';
import type { RetainedTable, SubjectRegistry } from './registry.ts';
import { RetentionTerm } from './retention-term.entity.ts';

// The shipper sends what it finds: a line that went before would never be in the logbook.
const unshipped = 'EXISTS (SELECT 1 FROM processing_unshipped u WHERE u.id = t.id)';

const kernelTables: readonly RetainedTable[] = [
  { entity: ProcessingLogLine, kind: 'access-log', title: 'Logboek dataverwerkingen', starts: 't.endTime', startsAt: 'instant', held: unshipped },
  { entity: AccessEvent, kind: 'access-log', title: 'Audit van inzage', starts: 't.at', startsAt: 'instant', held: unshipped },
  {
    entity: AuditEvent,
    kind: 'audit',
    title: 'Audit van opdrachten',
    starts: 't.at',
    startsAt: 'instant',
    held: 't.position IS NULL',
    remove: removeAuditFront,
  },
  { entity: CommandRequest, kind: 'command-request', title: 'Ontvangen opdrachten', starts: 't.at', startsAt: 'instant' },
  { entity: LetterOut, kind: 'letter', title: 'Brieven aan andere organisaties', starts: 't.endedAt', startsAt: 'instant' },
  { entity: LetterIn, kind: 'letter', title: 'Brieven van andere organisaties', starts: 't.takenAt', startsAt: 'instant' },
  {
    entity: Fact,
    kind: 'fact',
    title: 'Feiten achter cijfers',
    starts: 'COALESCE(t.withdrawnAt, t.recordedAt)',
    startsAt: 'instant',
    held: 't.validUntil IS NULL AND t.withdrawnAt IS NULL',
  },
  { entity: Erasure, kind: 'erasure', title: 'Wissingen', starts: 't.erasedAt', startsAt: 'instant' },
];

const kernelImpersonal: ReadonlyMap<Function, string> = new Map<Function, string>([
  [RetentionTerm, 'termijnen'],
  [UnshippedLine, 'nummers van logregels die nog naar het logboek gaan'],
  [OutboxEvent, 'alleen nummers; gaat weg na de dagen van de instelling'],
  [OutboxSequence, 'een teller'],
  [AuditChain, 'begin en einde van de keten van de audit'],
  [BackupTaken, 'wanneer er een back-up is gemaakt'],
]);

/** The registry of an organisation, with the tables that every organisation has. */
export const subjectRegistry = ({
  subjects,
  retained = [],
  rectifications = [],
  impersonal = new Map(),
}: Pick<SubjectRegistry, 'subjects'> & Partial<SubjectRegistry>): SubjectRegistry => ({
  subjects,
  rectifications,
  retained: [...retained, ...kernelTables],
  impersonal: new Map([...kernelImpersonal, ...impersonal]),
});
