export { DEMO_GRANT, RESOURCE, SCOPE } from './provider.ts';
export { type IdentityOptions, type RunningIdentity, startIdentity } from './server.ts';
export { identitySettings } from './settings.ts';
export { demoToken } from './token.ts';
