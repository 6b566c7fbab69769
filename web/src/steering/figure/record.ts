/** Kinds of facts of which `ref` is the id of a record with a screen of its own. */
const screens: Record<string, string> = {
  PLACEMENT: '/plaatsingen/',
  ORDER: '/opdrachten/',
  ORDER_LATE: '/opdrachten/',
  EMPLOYER: '/werkgevers/',
  CONTACT: '/contactmomenten/',
  CONTACT_MISSED: '/contactmomenten/',
  CONTACT_PARTNER: '/contactmomenten/',
  EMPLOYMENT: '/dienstverbanden/',
  HAND_OVER: '/deelnemers/',
  MONTH_REVENUE: '/urenstaten/',
  MONTH_ADDED_VALUE: '/urenstaten/',
  MONTH_CONTRACT_HOURS: '/urenstaten/',
  MONTH_SICK_HOURS: '/urenstaten/',
};

/** Where the record of a fact is looked at; null when it has no screen of its own. Who may see it is decided there. */
export const recordPath = ({ kind, ref }: { kind: string; ref: string }): string | null => {
  const screen = screens[kind];
  return screen === undefined ? null : `${screen}${encodeURIComponent(ref)}`;
};
