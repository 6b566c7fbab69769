export { parseDutchDay } from './dutch-day.ts';
export { ImportError } from './import-error.ts';
export * from './progress.ts';
export { type ImportOptions, type ImportProgress, type ImportSummary, runImport } from './run-import.ts';
export * from './spec.ts';
export * from './summary.ts';
