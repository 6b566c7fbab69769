export { type GatewayConfig, gatewaySettings, readGatewayConfig, type SubgraphPlace, subgraphPlaces } from './config.ts';
export { DIRECTORY, directorySchema, directorySdl } from './directory/directory.ts';
export { TOKEN_AUDIENCE, TOKEN_ISSUER } from './identity/authentication.ts';
export { demoToken, statementSigner, tokenVerifier } from './identity/keys.ts';
export { type GatewayOptions, type RunningGateway, startGateway } from './server.ts';
export { compose } from './supergraph/compose.ts';
export { covarianceProblems } from './supergraph/covariance.ts';
export type { Reload } from './supergraph/file.ts';
