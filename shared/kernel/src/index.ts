import 'reflect-metadata';

export * from './access/index.ts';
export * from './audit/audit-event.entity.ts';
export * from './clock/index.ts';
export * from './commands/index.ts';
export * from './config/index.ts';
export * from './errors/index.ts';
export * from './identity/index.ts';
export * from './graphql/index.ts';
export * from './ids/index.ts';
export * from './import/index.ts';
export * from './municipalities/index.ts';
export * from './pages/index.ts';
export * from './persistence/index.ts';
export * from './processing/index.ts';
export * from './scalars/index.ts';
export * from './server/index.ts';
export * from './trace/index.ts';
