export * from './parameter.entity.ts';
export * from './parameter.import.ts';
export * from './parameter.migrations.ts';
export * from './parameter.rules.ts';
export * from './parameter.types.ts';
