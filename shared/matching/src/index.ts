export * from './driving-licences.ts';
export * from './match.rules.ts';
export * from './postcode-centres.ts';
