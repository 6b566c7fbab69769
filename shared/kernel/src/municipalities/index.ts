/**
 * The facts of one taking-part municipality that the graph needs: one line of the registry.
 * `code` is the CBS number with its leading zero; `name` is the prefix of its concrete types; `field` its root field and subgraph name.
 */
export interface Municipality {
  code: string;
  name: string;
  field: string;
  defaultPort: number;
}

/** Who takes part. A new municipality is one folder under `subgraphs/` and one line here. Source of the codes: CBS. */
export const municipalities: readonly Municipality[] = [
  { code: '0141', name: 'Almelo', field: 'almelo', defaultPort: 4002 },
  { code: '1700', name: 'Twenterand', field: 'twenterand', defaultPort: 4003 },
  { code: '0183', name: 'Tubbergen', field: 'tubbergen', defaultPort: 4004 },
  { code: '0189', name: 'Wierden', field: 'wierden', defaultPort: 4005 },
];

/** The code under which the NUO is known as an organisation. */
export const NUO = 'nuo';
export const NUO_PORT = 4001;
export const GATEWAY_PORT = 4000;

/** Name for people of an organisation code (`nuo` or a CBS code); the code itself when it does not take part. */
export const organisationName = (code: string): string =>
  code === NUO ? 'NUO' : (municipalities.find((municipality) => municipality.code === code)?.name ?? code);
