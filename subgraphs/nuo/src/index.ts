export * from './database.ts';
export { loadDemo, type DemoProgress, type NuoDemo } from './load-demo.ts';
export { nuoRegistry } from './subjects.ts';
export { nuoSubgraph } from './subgraph.ts';
export { contactsImport } from './contacts/contacts.import.ts';
export { employersImport } from './employers/employers.import.ts';
export { placementsImport } from './placements/placements.import.ts';
