import type { Dated } from '../dated.ts';
import type { Indication } from '../indications/indication.entity.ts';
import type { EmploymentKind } from '../sheltered-work/employment.machine.ts';
import type { Destination, EndReason } from '../sheltered-work/statutory-codes.ts';
import type { Gender } from '../wsw-workers/wsw-worker.rules.ts';

export interface WswTerms extends Dated {
  payingMunicipality: string;
  responsibleMunicipality: string;
  hoursPerWeek: number;
  paidWagePct: number;
}

export interface WswEmployment {
  id: string;
  kind: EmploymentKind;
  startsOn: string;
  endsOn: string | null;
  continuesId: string | null;
  endReason: EndReason | null;
  destination: Destination | null;
  /** As known at the moment of the delivery. */
  terms: readonly WswTerms[];
}

/** Everything of one Wsw worker that the statistics ask; the BSN in the open, so never kept, logged or shown. */
export interface WswPerson {
  participantId: string;
  bsn: string | null;
  birthDate: string | null;
  gender: Gender | null;
  firstRequestedOn: string | null;
  residences: readonly (Dated & { municipality: string })[];
  indications: readonly (Pick<
    Indication,
    'requestedOn' | 'decidedOn' | 'validUntil' | 'targetGroup' | 'category' | 'advisedForm' | 'reindicationRequestedOn'
  > & {
    /** In their order. */
    handicapCodes: readonly string[];
  })[];
  /** Under the Wsw, that were agreed. */
  employments: readonly WswEmployment[];
  /** Placements by secondment; both days belong to it. */
  secondments: readonly { group: boolean; from: string; until: string | null }[];
}
