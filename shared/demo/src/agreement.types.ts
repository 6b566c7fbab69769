export type DemoDirection = 'HIGHER' | 'LOWER' | 'EXACT';

export interface DemoAgreementVersion {
  id: string;
  number: number;
  target: number;
  direction: DemoDirection;
  amberBeyond: number;
  redBeyond: number;
  source: 'BUDGET' | 'AMENDMENT';
  reason: string | null;
  proposedOn: string;
  nuoAcceptedOn: string | null;
  municipalityAcceptedOn: string | null;
}

export interface DemoAgreement {
  id: string;
  year: number;
  /** CBS code. */
  municipality: string;
  indicator: string;
  status: 'CONCEPT' | 'AGREED' | 'ADJUSTED';
  /** Oldest first. */
  versions: DemoAgreementVersion[];
  manualValues: { id: string; measuredOn: string; value: number; recordedOn: string; reason: string }[];
}
