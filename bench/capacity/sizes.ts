// From unit costs to programs and cores for so many municipalities, and the model that the simulation runs.
import { type Costs, type Kind as Cost, weights } from './costs.ts';
import type { Kind, Model } from './simulate.ts';

/** Assumptions; docs/capacity.md says so. A colleague for a thousand inhabitants, who in the busiest hour asks something every twenty seconds. */
export const assumed = { inhabitantsOfOne: 52_600, usersPerThousand: 1, secondsBetween: 20, requestsOfADay: 300, daysOfAYear: 220 };
/** Of a core or a program, so that there is room for a burst and for one that is down. */
const BUSY_AT_MOST = 0.6;

export interface Size {
  municipalities: number;
  users: number;
  /** Requests a second in the busiest hour. */
  rate: number;
  gateways: number;
  nuos: number;
  /** Programs of the Werkpleinen, and the cores that they share. */
  werkpleinen: number;
  werkpleinCores: number;
  /** Cores of the NUO's one primary, and of the databases of the Werkpleinen together. */
  nuoDatabaseCores: number;
  werkpleinDatabaseCores: number;
}

type Part = 'gateway' | 'nuo' | 'werkplein' | 'nuoDatabase' | 'werkpleinDatabase';

const partsOf = (cost: Cost): Record<Part, number> => ({
  gateway: cost.gateway,
  nuo: cost.nuo,
  werkplein: cost.werkplein,
  nuoDatabase: cost.database * cost.ofNuo,
  werkpleinDatabase: cost.database * (1 - cost.ofNuo),
});

/** Processor time of one request of the mix, in ms, by part. */
export const meanCost = ({ kinds }: Costs): Record<Part, number> => {
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  const mean = { gateway: 0, nuo: 0, werkplein: 0, nuoDatabase: 0, werkpleinDatabase: 0 };
  for (const [name, weight] of Object.entries(weights)) {
    const cost = kinds[name];
    if (!cost) throw new Error(`no cost was measured of ${name}`);
    for (const [part, ms] of Object.entries(partsOf(cost)) as [Part, number][]) mean[part] += (ms * weight) / total;
  }
  return mean;
};

/** What carries so many municipalities of the mean size, with one NUO for all. */
export const sizeFor = (costs: Costs, municipalities: number): Size => {
  const users = Math.round((municipalities * assumed.inhabitantsOfOne * assumed.usersPerThousand) / 1000);
  const rate = users / assumed.secondsBetween;
  const mean = meanCost(costs);
  const cores = (part: Part): number => Math.max(1, Math.ceil((rate * mean[part]) / 1000 / BUSY_AT_MOST));
  return {
    municipalities,
    users,
    rate,
    gateways: Math.max(2, cores('gateway')),
    nuos: Math.max(2, cores('nuo')),
    werkpleinen: municipalities,
    werkpleinCores: Math.max(2, cores('werkplein')),
    nuoDatabaseCores: Math.max(2, cores('nuoDatabase')),
    werkpleinDatabaseCores: Math.max(2, cores('werkpleinDatabase')),
  };
};

/** Each Werkplein is a program of its own, and what is asked of one waits for that one. A command of a Werkplein and its database take turns. */
export const modelOf = (costs: Costs, size: Size, requests: number, seed: number): Model => {
  const places = Array.from({ length: size.municipalities }, (_, n) => `werkplein ${n}`);
  const kinds = Object.entries(weights).flatMap(([name, weight]) => {
    const parts = partsOf(costs.kinds[name] as Cost);
    return places.map((place): Kind => {
      const steps = [
        { station: 'gateway', ms: parts.gateway / 2 },
        { station: 'nuo', ms: parts.nuo },
        { station: 'nuo database', ms: parts.nuoDatabase },
        { station: place, ms: parts.werkplein },
        { station: 'werkplein databases', ms: parts.werkpleinDatabase },
        { station: 'gateway', ms: parts.gateway / 2 },
      ];
      return { weight: weight / places.length, steps: steps.filter(({ ms }) => ms > 0) };
    });
  });
  return {
    stations: {
      gateway: { servers: size.gateways, machine: 'gateways' },
      nuo: { servers: size.nuos, machine: 'nuo' },
      'nuo database': { servers: size.nuoDatabaseCores, machine: 'nuo database' },
      'werkplein databases': { servers: size.werkpleinDatabaseCores, machine: 'werkplein databases' },
      ...Object.fromEntries(places.map((place) => [place, { servers: 1, machine: 'werkpleinen' }])),
    },
    machines: {
      gateways: size.gateways,
      nuo: size.nuos,
      'nuo database': size.nuoDatabaseCores,
      'werkplein databases': size.werkpleinDatabaseCores,
      werkpleinen: size.werkpleinCores,
    },
    rate: size.rate,
    kinds,
    requests,
    seed,
  };
};

/** What the logs of all organisations grow by in a year, in GB, by the bytes that a row of each takes here. */
export const logsOfAYear = ({ kinds, storage }: Costs, users: number): number => {
  const tables = Object.values(storage).flatMap((each) => each.tables);
  const bytesOf = (table: string): number => {
    const found = tables.filter((each) => each.table === table && each.rows > 0);
    const rows = found.reduce((sum, each) => sum + each.rows, 0);
    return rows === 0 ? 0 : found.reduce((sum, { bytes }) => sum + bytes, 0) / rows;
  };
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  const ofOne = Object.entries(weights).reduce((sum, [name, weight]) => {
    const rows = Object.entries(kinds[name]?.rows ?? {}).reduce((bytes, [table, count]) => bytes + count * bytesOf(table), 0);
    return sum + (rows * weight) / total;
  }, 0);
  return (ofOne * users * assumed.requestsOfADay * assumed.daysOfAYear) / 1e9;
};
