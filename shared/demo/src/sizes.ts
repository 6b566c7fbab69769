import { municipalities } from '@werkplein/kernel';

export interface DemoSizes {
  employers: number;
  contactMoments: number;
  contactPlans: number;
  vacancies: number;
  wswParticipants: number;
  clientPlacements: number;
  /** CBS code → clients. */
  clients: Record<string, number>;
}

const clientsAtScaleOne: Record<string, number> = { '0141': 2600, '1700': 1000, '0183': 450, '0189': 600 };

/** How many of each at `scale` (1 = the real size of the region); fractions round up, so nothing is ever empty. */
export const demoSizes = (scale: number): DemoSizes => {
  if (!(scale > 0)) throw new RangeError('scale must be more than 0');
  // 3500 * 0.07 is 245.00000000000003 in binary: that is no fraction to round up.
  const scaled = (size: number): number => Math.max(1, Math.ceil(size * scale - 1e-6));
  return {
    employers: scaled(3500),
    contactMoments: scaled(20_000),
    contactPlans: scaled(600),
    vacancies: scaled(420),
    wswParticipants: scaled(1150),
    clientPlacements: scaled(700),
    clients: Object.fromEntries(municipalities.map(({ code }) => [code, scaled(clientsAtScaleOne[code] ?? 500)])),
  };
};

/** Client placements per municipality, in proportion to its clients; they add up to `clientPlacements`. */
export const clientPlacementsOf = (sizes: DemoSizes): [municipality: string, count: number][] => {
  const all = Object.values(sizes.clients).reduce((sum, count) => sum + count, 0);
  let clients = 0;
  let given = 0;
  return municipalities.map(({ code }) => {
    clients += sizes.clients[code] ?? 0;
    const count = Math.floor((sizes.clientPlacements * clients) / all) - given;
    given += count;
    return [code, count];
  });
};
