export { AccessEvent } from './access-event.entity.ts';
export { type Access, accessLog } from './access-log.ts';
export type { Activity } from './activity.ts';
export { ProcessingLogLine, type ProcessingStatus } from './processing-log.entity.ts';
export { keyedPseudonyms, type Pseudonym, pseudonymKeys, type Pseudonyms, pseudonyms, pseudonymSettings } from './pseudonyms.ts';
export { type Denied, type Processed, type Recorder, recorder } from './recorder.ts';
export { type Shipper, shipLines, shippingSettings } from './ship-lines.ts';
export { UnshippedLine } from './unshipped-line.entity.ts';
export { type LoggedBy, writeProcessing } from './write-processing.ts';
