// The quarter report that the demo data come with: frozen through the graph, as the NUO would. A second time it is the same one.
import { askGraph } from './report/ask-graph.ts';

/** Of Wierden, the third quarter as it was known on the tenth of October. */
const input = {
  requestId: 'demo-quarter-report-wierden-2026-3',
  municipality: '0189',
  year: 2026,
  quarter: 3,
  knownOn: '2026-10-10T20:00:00.000Z',
  acceptMissing: true,
  reason: 'September was nog niet overal afgesloten toen het bestuur vergaderde.',
};

/** Throws when the quarter is not over by the clock of this machine. */
export const freezeDemoReport = async (url: string, token: string): Promise<string> => {
  const { reports } = await askGraph<{ reports: { freezeReport: { __typename: string } } }>(url, token, 'FreezeQuarterReport', { input });
  return reports.freezeReport.__typename;
};
