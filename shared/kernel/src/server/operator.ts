import { userInfo } from 'node:os';
import { systemClock } from '../clock/index.ts';
import { readConfiguration } from '../config/index.ts';
import { newIds } from '../ids/index.ts';
import type { Database } from '../persistence/database.ts';
import { childOf, newTrace } from '../trace/index.ts';
import { type RequestContext, requestContext } from './context.ts';
import { gatewayKeySettings, processLogging, type SubgraphProcess } from './process.ts';

const NAME_MAX = 64;

/** The account of the machine under which this process runs; in a container it may have a number only. */
export const machineAccount = (read: () => { username: string } = userInfo): string => {
  try {
    return read().username;
  } catch {
    return String(process.getuid?.());
  }
};

/** Who runs a task at the command line: the account of the machine, as the audit names it. */
export const operatorContext = async ({ name, home }: Pick<SubgraphProcess, 'name' | 'home'>, db: Database, task: string): Promise<RequestContext> => {
  const { KEYS_DIR, GATEWAY_URL } = readConfiguration(gatewayKeySettings);
  return requestContext({
    principal: {
      employeeId: `operator:${machineAccount()}`.slice(0, NAME_MAX),
      displayName: 'Beheer (opdrachtregel)',
      organisation: home,
      roles: ['functioneelbeheerder'],
    },
    db,
    home,
    clock: systemClock,
    newId: newIds(home, systemClock),
    trace: childOf(newTrace()),
    operation: `command line: ${task}`,
    purpose: null,
    logging: await processLogging({ name, home }, KEYS_DIR, GATEWAY_URL),
  });
};
