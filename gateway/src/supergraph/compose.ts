import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

export interface Composition {
  supergraph: string;
  hints: string[];
}

/** Subgraph name → SDL, composed. Throws with every error in one message. The order of the names does not matter. */
export const composition = (sdls: Readonly<Record<string, string>>): Composition => {
  const services = Object.keys(sdls)
    .sort()
    // The address is configuration of the gateway, so the supergraph holds a name only.
    .map((name) => ({ name, url: `urn:werkplein:${name}`, typeDefs: parse(sdls[name] as string) }));
  const { errors, hints, supergraphSdl } = composeServices(services);
  if (errors) throw new Error(`The subgraphs do not compose:\n${errors.map(({ message }) => `  ${message}`).join('\n')}`);
  return { supergraph: supergraphSdl, hints: hints.map((hint) => hint.toString()) };
};

/** The supergraph of these subgraphs; what the composer advises goes to `advise`. */
export const compose = (
  sdls: Readonly<Record<string, string>>,
  advise: (hint: string) => void = (hint) => void process.stderr.write(`composition: ${hint}\n`),
): string => {
  const { supergraph, hints } = composition(sdls);
  for (const hint of hints) advise(hint);
  return supergraph.endsWith('\n') ? supergraph : `${supergraph}\n`;
};
