import type { SubjectTable } from '@werkplein/kernel';
import { employmentsOver } from '../sheltered-work/employment.subject.ts';
import { Indication, IndicationHandicap } from './indication.entity.ts';

const participantOfIndication = '(SELECT i.participantId FROM indication i WHERE i.id = t.indicationId)';

export const indicationSubject: SubjectTable = {
  entity: Indication,
  kind: 'personnel-file',
  title: 'Wsw-indicaties',
  subject: 't.participantId',
  starts: employmentsOver('t.participantId'),
  startsAt: 'day',
  erasure: 'delete',
  labels: {
    id: 'Nummer',
    requestedOn: 'Aangevraagd op',
    decidedOn: 'Besluit van',
    validUntil: 'Geldig tot en met',
    targetGroup: 'Doelgroep',
    category: 'Arbeidshandicap',
    advisedForm: 'Advies over de werkvorm',
    reindicationRequestedOn: 'Herindicatie aangevraagd op',
  },
  hidden: ['participantId', 'version'],
};

export const handicapSubject: SubjectTable = {
  entity: IndicationHandicap,
  kind: 'personnel-file',
  title: 'Handicapcodes voor de Wsw-statistiek',
  subject: { by: 'indicationId', table: 'indication', column: 'participantId' },
  starts: employmentsOver(participantOfIndication),
  startsAt: 'day',
  erasure: 'delete',
  labels: { indicationId: 'Bij indicatie', position: 'Volgorde', code: 'Code' },
  hidden: ['id'],
};
