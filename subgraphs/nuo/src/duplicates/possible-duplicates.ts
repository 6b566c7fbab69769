import { InvalidValue, parseEmail, parseKvkNumber, parsePhone, parsePostcode, parseRsin, parseText, type RequestContext } from '@werkplein/kernel';
import type { PossibleDuplicate } from './duplicate.types.ts';
import { hostOf, keysOf } from './match.rules.ts';
import { findMatches } from './match.store.ts';

export interface Typed {
  name?: string | null;
  postcode?: string | null;
  kvkNumber?: string | null;
  rsin?: string | null;
  phone?: string | null;
  email?: string | null;
  domain?: string | null;
}

/** Half a number is no mistake while someone types: it only says nothing yet. */
const sofar = <T>(text: string | null | undefined, parse: (text: string) => T): T[] => {
  try {
    return text ? [parse(text)] : [];
  } catch (error) {
    if (error instanceof InvalidValue) return [];
    throw error;
  }
};

/** The known employers that this may be, surest first; one statement. */
export const possibleDuplicates = async (ctx: RequestContext, typed: Typed, first: number): Promise<PossibleDuplicate[]> => {
  const names = sofar(typed.name, (text) => parseText(text, { max: 255 }));
  const [kvkNumber = null] = sofar(typed.kvkNumber, parseKvkNumber);
  const [rsin = null] = sofar(typed.rsin, parseRsin);
  const keys = keysOf({
    names,
    kvkNumber,
    rsin,
    postcodes: sofar(typed.postcode, parsePostcode),
    phones: sofar(typed.phone, parsePhone),
    emails: sofar(typed.email, parseEmail),
    domains: sofar(typed.domain, hostOf).filter((host) => host !== null),
  });
  return (await findMatches(ctx.db.read, { keys, names, kvkNumber })).slice(0, first);
};
