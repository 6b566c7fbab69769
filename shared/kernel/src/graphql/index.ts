export * from './shared.types.ts';
