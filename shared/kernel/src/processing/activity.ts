import type { PurposeCode } from '../purposes/index.ts';

/** A kind of processing of personal data, as the controller's register of processing activities describes it. */
export interface Activity {
  /** Last part of `uri`, e.g. `raadplegen-client`. */
  readonly code: string;
  /** Where the register describes it. */
  readonly uri: string;
  readonly name: string;
  /** Holds when the caller states no other. */
  readonly purpose: PurposeCode;
  readonly legalBasis: string;
  /** What kind of id names the data subject. */
  readonly subjectIdType: string;
}
