import { fault, NUO, parseInstant } from '@werkplein/kernel';
import type { GatewayContext } from '../execution/context.ts';
import type { AskSubgraph } from '../figures/ask-sources.ts';
import type { Agreement } from './judge.rules.ts';

/** As it comes: instants are text, and a router may leave out what is null. */
export interface Told extends Omit<Agreement, 'versions' | 'manualValues'> {
  versions: readonly (Omit<Agreement['versions'][number], 'establishedAt'> & { establishedAt?: string | null })[];
  manualValues: readonly (Omit<Agreement['manualValues'][number], 'recordedAt' | 'replacedAt'> & { recordedAt: string; replacedAt?: string | null })[];
}

const instant = (text: string | null | undefined): Date | null => (text == null ? null : parseInstant(text));

/** An agreement as another subgraph told it. */
export const agreementFrom = (told: Told): Agreement => ({
  ...told,
  versions: told.versions.map((version) => ({ ...version, establishedAt: instant(version.establishedAt) })),
  manualValues: told.manualValues.map((value) => ({ ...value, recordedAt: parseInstant(value.recordedAt), replacedAt: instant(value.replacedAt) })),
});

const document = `query Agreements($year: Int!, $municipality: MunicipalityCode) {
  performanceAgreements(year: $year, municipality: $municipality) {
    id year municipality indicator
    versions { number target direction amberBeyond redBeyond definitionVersion source establishedAt }
    manualValues { measuredOn value recordedAt replacedAt }
  }
}`;

/** Every agreement of a year and a municipality; throws when the NUO does not tell. */
export const agreementsOf = async (ask: AskSubgraph, ctx: GatewayContext, year: number, municipality: string): Promise<Agreement[]> => {
  const { data, errors } = await ask(ctx, NUO, document, { year, municipality });
  const told = data?.['performanceAgreements'] as Told[] | null | undefined;
  if (!told) throw errors?.[0] ?? fault('SUBGRAPH_UNAVAILABLE', { service: NUO });
  return told.map(agreementFrom);
};
