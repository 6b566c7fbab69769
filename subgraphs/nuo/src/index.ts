export * from './database.ts';
export { loadDemo, type DemoProgress, type NuoDemo } from './load-demo.ts';
export { nuoSubgraph } from './subgraph.ts';
export { contactsImport } from './contacts/contacts.import.ts';
export { employersImport } from './employers/employers.import.ts';
export { placementsImport } from './placements/placements.import.ts';
export { vumVacanciesImport } from './vacancies/vum/vacancies.vum.import.ts';
export { vumVacancies } from './vacancies/vum/vacancies.vum.export.ts';
