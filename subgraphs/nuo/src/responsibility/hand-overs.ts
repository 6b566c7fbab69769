import { localDay, NUO, type ReadTx } from '@werkplein/kernel';
import { refOf } from '../colleagues/colleague.store.ts';
import { ServiceOrder, ServiceOrderEvent } from '../orders/service-order.entity.ts';
import { groupBy, rowsBy } from '../reads.ts';
import { Responsibility } from './responsibility.entity.ts';
import { personChanges, type ResponsibleRole } from './responsibility.rules.ts';

/** A participant got another person or organisation to deal with. */
export interface HandOver {
  participantId: string;
  /** First day of the next. */
  on: string;
  kind: 'PERSON' | 'ORGANISATION';
  role: ResponsibleRole | null;
  /** Id of a colleague; null when organisations changed. */
  fromId: string | null;
  toId: string | null;
  fromOrganisation: string;
  toOrganisation: string;
}

/** Changes of these participants, of all days, from the facts that a feature keeps. */
export type HandOverSource = (tx: ReadTx, participantIds: readonly string[], standInMax: number) => Promise<HandOver[]>;

/** Who answers for them at the NUO became another. */
const persons: HandOverSource = async (tx, participantIds, standInMax) => {
  const terms = groupBy(await rowsBy(tx, Responsibility, 'participantId', participantIds), ({ participantId }) => participantId);
  return [...terms].flatMap(([participantId, rows]) =>
    personChanges(rows, () => standInMax).map(({ role, on, fromId, toId }) => {
      const [fromOrganisation, toOrganisation] = [refOf(fromId).organisation, refOf(toId).organisation];
      const kind = fromOrganisation === toOrganisation ? 'PERSON' : 'ORGANISATION';
      return { participantId, on, kind, role, fromId, toId, fromOrganisation, toOrganisation };
    }),
  );
};

/** Uitvoering handed an order back: whoever commissioned it goes on with the person. */
const handedBack: HandOverSource = async (tx, participantIds) => {
  const orders = new Map((await rowsBy(tx, ServiceOrder, 'participantId', participantIds)).map((order) => [order.id, order]));
  const closed = [...orders.values()].filter(({ status }) => status === 'HANDED_BACK' || status === 'EVALUATED').map(({ id }) => id);
  const steps = (await rowsBy(tx, ServiceOrderEvent, 'orderId', closed)).filter(({ step }) => step === 'handBack');
  return steps.map(({ orderId, at }) => {
    const { participantId, commissionerCode } = orders.get(orderId) as ServiceOrder;
    const organisations = { fromOrganisation: NUO, toOrganisation: commissionerCode };
    return { participantId, on: localDay(at), kind: 'ORGANISATION', role: null, fromId: null, toId: null, ...organisations };
  });
};

/** Whoever knows of another change of organisation, such as a move to another municipality, adds it here. */
const handOverSources: readonly HandOverSource[] = [persons, handedBack];

/** The hand-overs of these participants on the days of a period, first to last. */
export const handOversIn = async (tx: ReadTx, participantIds: readonly string[], standInMax: number, from: string, until: string): Promise<HandOver[]> => {
  const found: HandOver[] = [];
  for (const source of handOverSources) found.push(...(await source(tx, participantIds, standInMax)));
  const key = ({ on, participantId, role }: HandOver): string => `${on} ${participantId} ${role ?? ''}`;
  return found.filter(({ on }) => from <= on && on <= until).toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
};
