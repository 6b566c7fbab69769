export { AuditEvent } from './audit-event.entity.ts';
export { AuditChain } from './audit-chain.entity.ts';
export { auditSettings, configuredAuditSigner } from './audit-keys.ts';
export { type AuditSigner, auditSigner } from './chain.ts';
export { sealAudit } from './seal-audit.ts';
export { startSealer } from './sealer.ts';
