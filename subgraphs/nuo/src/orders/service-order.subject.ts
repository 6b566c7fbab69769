import type { SubjectTable } from '@werkplein/kernel';
import { ServiceOrder, ServiceOrderEvent } from './service-order.entity.ts';

export const serviceOrderEventSubject: SubjectTable = {
  entity: ServiceOrderEvent,
  kind: 'service-order',
  title: 'Stappen van opdrachten',
  subject: { by: 'orderId', table: 'service_order', column: 'participantId' },
  starts: '(SELECT o.endsOn FROM service_order o WHERE o.id = t.orderId)',
  startsAt: 'day',
  erasure: 'delete',
  labels: {
    orderId: 'Opdracht (nummer)',
    step: 'Stap',
    fromStatus: 'Was',
    toStatus: 'Werd',
    at: 'Wanneer',
    byId: 'Door',
    organisation: 'Namens',
    reference: 'Brief',
    text: 'Toelichting',
  },
  hidden: ['id', 'version'],
};

export const serviceOrderSubject: SubjectTable = {
  entity: ServiceOrder,
  kind: 'service-order',
  title: 'Opdrachten',
  subject: 't.participantId',
  starts: 't.endsOn',
  startsAt: 'day',
  // What was done under it has a term of its own.
  held: 'EXISTS (SELECT 1 FROM placement p WHERE p.serviceOrderId = t.id)',
  erasure: 'delete',
  labels: {
    id: 'Nummer',
    clientId: 'Nummer bij het Werkplein',
    municipality: 'Gemeente',
    commissionerKind: 'Soort opdrachtgever',
    commissionerCode: 'Opdrachtgever',
    disclosureId: 'Nummer van wat het Werkplein deelt',
    service: 'Dienst',
    goal: 'Doel',
    budgetCents: 'Budget in centen',
    startsOn: 'Begin',
    respondBy: 'Uiterlijke reactie',
    offeredOn: 'Aangeboden op',
    noticeOn: 'Opgezegd op',
    endsOn: 'Laatste dag',
    status: 'Status',
    result: 'Resultaat',
    reason: 'Reden',
    advice: 'Advies',
    evaluation: 'Evaluatie',
  },
  hidden: ['participantId', 'activeFor', 'version'],
};
