import type { IncomingMessage } from 'node:http';
import { fault, type Principal, type PurposeCode, purposeCodes, purposesOf } from '@werkplein/kernel';

/** Header in which a caller may say what personal data are asked for. Without it the purpose of each activity holds. */
const PURPOSE_HEADER = 'x-purpose';

/** The stated purpose, or null. Throws when it does not exist, is not for this caller, or stands there twice: then it would be unclear which one was logged. */
export const statedPurpose = (principal: Principal | null, { headersDistinct }: Pick<IncomingMessage, 'headersDistinct'>): PurposeCode | null => {
  const given = headersDistinct[PURPOSE_HEADER];
  if (given === undefined) return null;
  const allowed = principal ? purposesOf(principal) : purposeCodes;
  const [code] = given;
  const purpose = given.length === 1 ? allowed.find((each) => each === code) : undefined;
  if (purpose === undefined) throw fault('PURPOSE_UNKNOWN', { purposes: allowed });
  return purpose;
};
