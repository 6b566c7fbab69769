import type { AsDemoUser } from './as-demo-user.ts';
import { freezeDemoReports } from './reports.ts';
import { mergeDuplicate, offerAccounts, offerTransfers, planVisits } from './work-in-progress.ts';

/** What needs every organisation at once, after its rows were loaded. A second time it changes nothing. */
export const tellDemoStory = async (ask: AsDemoUser): Promise<void> => {
  await freezeDemoReports(ask);
  await mergeDuplicate(ask);
  await offerAccounts(ask);
  await offerTransfers(ask);
  await planVisits(ask);
};
