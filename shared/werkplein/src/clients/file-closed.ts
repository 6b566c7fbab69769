/**
 * SQL: the day from which the file of the client in `id` is kept for its last term; null while a dossier is open.
 * With every dossier gone the day of registration stands in: it is earlier, and the dossiers went at the end of their own term.
 */
export const fileClosed = (id: string): string =>
  `(SELECT CASE WHEN COUNT(f.id) = 0 THEN (SELECT c.registeredOn FROM client c WHERE c.id = ${id}) WHEN COUNT(f.openClientId) = 0 THEN MAX(f.closedOn) END FROM dossier f WHERE f.clientId = ${id})`;

/** What tables of a client's file have in common: they are kept as long as the file. */
export const ofFile = { kind: 'dossier', subject: 't.clientId', starts: fileClosed('t.clientId'), startsAt: 'day', erasure: 'delete' } as const;
