import { fault, scopeOf } from '@werkplein/kernel';
import { readExactFigures, readFigureFacts, readFigures } from '@werkplein/indicators';
import type { GatewayContext } from '../execution/context.ts';

/** Who asks and how far they see; throws for who sees no figures. */
export const readerOf = ({ principal }: GatewayContext) => {
  const scope = principal && scopeOf(principal, readFigures);
  if (!principal || scope === null) throw fault('FORBIDDEN');
  return { principal, scope, exact: scopeOf(principal, readExactFigures) !== null, facts: scopeOf(principal, readFigureFacts) !== null };
};
export type Reader = ReturnType<typeof readerOf>;

export const mayPlace = ({ scope, principal }: Reader, code: string): boolean => scope === 'all' || code === principal.organisation;
