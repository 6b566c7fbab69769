import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

/**
 * The supergraph of these subgraphs (name → SDL); the order of the names does not matter.
 * Throws with every error and every hint: a hint is a schema that says two things about one name.
 */
export const compose = (sdls: Readonly<Record<string, string>>): string => {
  const services = Object.keys(sdls)
    .sort()
    // The address is configuration of the gateway, so the supergraph holds a name only.
    .map((name) => ({ name, url: `urn:werkplein:${name}`, typeDefs: parse(sdls[name] as string) }));
  const { errors = [], hints = [], supergraphSdl } = composeServices(services);
  const problems = [...errors.map(({ message }) => message), ...hints.map((hint) => `hint: ${hint.toString()}`)];
  if (supergraphSdl === undefined || problems.length > 0)
    throw new Error(`The subgraphs do not compose:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  return supergraphSdl.endsWith('\n') ? supergraphSdl : `${supergraphSdl}\n`;
};
