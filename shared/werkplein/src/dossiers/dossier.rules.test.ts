import { expect, it } from 'vitest';
import { allowedNext, type DossierStatus } from './dossier.rules.ts';

it.each<[DossierStatus, DossierStatus | null, boolean, DossierStatus[]]>([
  ['REGISTERED', null, false, ['INTAKE', 'SUSPENDED', 'TRANSFERRED']],
  ['INTAKE', null, false, ['SUSPENDED', 'TRANSFERRED']],
  ['INTAKE', null, true, ['SUSPENDED', 'TRANSFERRED']],
  ['PLACEABLE', null, false, ['PLACED', 'SUSPENDED', 'TRANSFERRED']],
  ['IN_PROGRAMME', null, true, ['PLACEABLE', 'CLOSED', 'SUSPENDED', 'TRANSFERRED']],
  ['PLACEABLE', null, true, ['IN_PROGRAMME', 'PLACED', 'SUSPENDED', 'TRANSFERRED']],
  ['PLACED', null, true, ['AFTERCARE', 'SUSPENDED', 'TRANSFERRED']],
  ['AFTERCARE', null, true, ['CLOSED', 'SUSPENDED', 'TRANSFERRED']],
  ['SUSPENDED', 'PLACED', true, ['PLACED', 'TRANSFERRED']],
  ['CLOSED', null, true, []],
  ['TRANSFERRED', null, true, []],
])('goes from %s (suspended from %s, grondslag %s) to %j', (status, suspendedFrom, hasGrondslag, allowed) => {
  expect(allowedNext({ status, suspendedFrom, hasGrondslag })).toEqual(allowed);
});
