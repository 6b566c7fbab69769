export { AccessEvent } from './access-event.entity.ts';
export { type Access, accessLog } from './access-log.ts';
export type { Activity } from './activity.ts';
export { ProcessingLogLine, type ProcessingStatus } from './processing-log.entity.ts';
export { type Pseudonym, pseudonymKey, pseudonyms, pseudonymSettings } from './pseudonyms.ts';
export { type Processed, type Recorder, recorder } from './recorder.ts';
export { type LoggedBy, writeProcessing } from './write-processing.ts';
