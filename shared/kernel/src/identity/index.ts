export * from './demo-issuer.ts';
export * from './demo-users.ts';
export * from './keys.ts';
export * from './principal.ts';
export * from './public-keys.ts';
export * from './statement.ts';
export { type SharedUsedOnce, usedOnceTogether } from './used-once.ts';
