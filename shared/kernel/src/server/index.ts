export { type Batch, type ProcessingLogging, type RequestContext, requestContext } from './context.ts';
export type { Cors } from './cors.ts';
export { REMAINING_HEADER } from './deadline.ts';
export { EventStream } from './event-stream.ts';
export { refuseRoute, type Route } from './route.ts';
export { type Answered, answerAndTell, type HttpOptions, type RunningServer, serveGraphql } from './http.ts';
export { buildSubgraph, type Reference, type Subgraph, type SubgraphParts } from './schema.ts';
export { listen } from './listen.ts';
export {
  failStart,
  gatewayKeySettings,
  openSubgraphDatabase,
  runSubgraph,
  stopOnSignal,
  type ProcessParts,
  type Service,
  type SubgraphProcess,
  subgraphSettings,
} from './process.ts';
export { type ExportList, runProgram, type RunSpec, type SubgraphProgram } from './program.ts';
export { Refused } from './refused.ts';
export { parseBody, readBody } from './request.ts';
export { startSubgraph } from './subgraph.ts';
export { readTls, type Tls, tlsSettings } from './tls.ts';
export { within } from './within.ts';
