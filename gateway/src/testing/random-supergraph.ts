import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { randomFrom } from './random-operation.ts';

export interface RandomSupergraph {
  supergraphSdl: string;
  /** SDL of each subgraph by its name. */
  subgraphs: ReadonlyMap<string, string>;
}

const HEAD = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@external", "@interfaceObject", "@key", "@provides", "@requires", "@shareable"])\n`;
const scalars = ['String', 'Int', 'Float', 'Boolean', 'ID', 'Colour'];

/**
 * Some subgraphs that share entities, value types, an interface, a union and an enum: each adds fields of its own, requires what others have,
 * provides what it knows already, or extends the interface without knowing its types. Composed; null when these do not fit together.
 */
export const randomSupergraph = (seed: number): RandomSupergraph | null => {
  const random = randomFrom(seed * 7919);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const some = <T>(list: readonly T[], chance: number): T[] => list.filter(() => random() < chance);
  const entities = Array.from({ length: 2 + Math.floor(random() * 3) }, (_, at) => `Thing${at}`);
  const graphs = Array.from({ length: 2 + Math.floor(random() * 3) }, (_, at) => `graph${at}`);
  /** Of the first subgraph: these implement the interface there. */
  const things = some(entities, 0.6);
  /** Which entity is at home where; who shows one without its fields only knows its key. */
  const homes = new Map(graphs.map((graph, at) => [graph, at === 0 ? entities : some(entities, 0.7)]));
  const wrapped = (type: string): string => {
    const nullable = random() < 0.75 ? type : `${type}!`;
    return random() < 0.7 ? nullable : `[${nullable}]${random() < 0.8 ? '' : '!'}`;
  };

  const sdlOf = (graph: string, at: number): string => {
    const own = homes.get(graph) ?? [];
    const shown = new Set<string>();
    const reference = (): string => {
      const type = pick(entities);
      shown.add(type);
      return type;
    };
    const outputs = [...scalars, 'Value', 'Value', reference(), reference(), ...(at === 0 ? ['Anything', ...(things.length > 0 ? ['Named'] : [])] : [])];
    const fields = (type: string): string[] =>
      Array.from({ length: 1 + Math.floor(random() * 3) }, (_, index) => `  ${type.toLowerCase()}_${graph}_${index}: ${wrapped(pick(outputs))}`);
    const types = own.map((type) => {
      const isNamed = at === 0 && things.includes(type);
      const needs = at > 0 && random() < 0.5;
      return [
        `type ${type}${isNamed ? ' implements Named' : ''} @key(fields: "id") {`,
        '  id: ID!',
        ...(at === 0 ? ['  size: Int @shareable', ...(isNamed ? ['  name: String'] : [])] : []),
        ...(needs ? ['  size: Int @external', `  weight_${graph}: ${wrapped('Float')} @requires(fields: "size")`] : []),
        ...fields(type),
        '}',
      ].join('\n');
    });
    // The interface as an object that has more to tell of each, whichever it is.
    const extends_ = at > 0 && things.length > 0 && own.every((type) => !things.includes(type)) && random() < 0.7;
    const provided = at > 0 ? own.filter((type) => types.some((text) => text.startsWith(`type ${type} `) && text.includes('size: Int @external'))) : [];
    const roots = [
      ...own.map(
        (type) => `  ${graph}_${type.toLowerCase()}: ${wrapped(type)}${provided.includes(type) && random() < 0.4 ? ' @provides(fields: "size")' : ''}`,
      ),
      `  ${graph}_value: ${wrapped('Value')}`,
      ...(at === 0 ? [`  anything: ${wrapped('Anything')}`, ...(things.length > 0 ? [`  named: ${wrapped('Named')}`] : [])] : []),
      ...(extends_ ? [`  ${graph}_named: ${wrapped('Named')}`] : []),
    ];
    const stubs = [...shown].filter((type) => !own.includes(type) && !(extends_ && things.includes(type)));
    return [
      HEAD,
      'enum Colour { RED GREEN BLUE }',
      `type Value @shareable {\n  text: String\n  count: Int!\n  inner: Value\n}`,
      ...(at === 0 ? [`union Anything = ${[...entities, 'Value'].join(' | ')}`] : []),
      ...(at === 0 && things.length > 0 ? ['interface Named @key(fields: "id") {\n  id: ID!\n  name: String\n}'] : []),
      ...(extends_ ? [`type Named @key(fields: "id") @interfaceObject {\n  id: ID!\n  note_${graph}: ${wrapped('String')}\n}`] : []),
      ...types,
      ...stubs.map((type) => `type ${type} @key(fields: "id", resolvable: false) {\n  id: ID!\n}`),
      `type Query {\n${roots.join('\n')}\n}`,
    ].join('\n\n');
  };

  const subgraphs = new Map(graphs.map((graph, at) => [graph, sdlOf(graph, at)]));
  const composed = composeServices([...subgraphs].map(([name, sdl]) => ({ name, url: `http://${name}`, typeDefs: parse(sdl) })));
  return composed.supergraphSdl === undefined ? null : { supergraphSdl: composed.supergraphSdl, subgraphs };
};
