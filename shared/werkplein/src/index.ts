export { type BsnVault, bsnSettings, bsnVault } from './bsn/index.ts';
export { createWerkplein, werkpleinEntities, type WerkpleinModule } from './werkplein/create-werkplein.ts';
export { werkpleinMigrations } from './werkplein/werkplein.migrations.ts';
export type { WerkpleinFacts } from './werkplein/werkplein.types.ts';
export { runWerkplein } from './werkplein/run-werkplein.ts';
export { clientImport, type ClientImportRow } from './loading/client-import.ts';
export { loadDemoClients } from './loading/load-demo-clients.ts';
export { srgSettings } from './srg/srg.settings.ts';
export { stateMachines } from './state-machines.ts';
