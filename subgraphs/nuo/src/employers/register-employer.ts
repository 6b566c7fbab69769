import {
  isUniqueViolation,
  localDay,
  parseEmail,
  parseMunicipalityCode,
  parsePhone,
  parsePostcode,
  parseText,
  pc4,
  type RequestContext,
  runCommand,
  type WriteTx,
} from '@werkplein/kernel';
import { indexEmployers, namesakes } from '../duplicates/match.store.ts';
import { raiseSignalsOf } from '../duplicates/signal.store.ts';
import { publish } from '../events/publish.ts';
import { checkInput } from '../input.ts';
import { takeTurn, turnOf } from '../turns.ts';
import { Branch, type Employer } from './employer.entity.ts';
import { checkFacts, checkLegalName } from './employer-facts.ts';
import { stateEmployers } from './employer.facts.ts';
import { employerByKvk, insertEmployer } from './employer.store.ts';
import type { EmployerRegistered, RegisterEmployerInput } from './employer.types.ts';
import { freshBranch, freshEmployer } from './fresh.ts';
import { displayName, nameKey } from './name.rules.ts';

const check = (input: RegisterEmployerInput) => {
  const checking = checkInput();
  const legalName = checkLegalName(checking, input.legalName);
  const facts = checkFacts(checking, input);
  if (!input.kvkNumber && !input.registrationReason) checking.problem('registrationReason', 'Geef een KvK-nummer, of zeg waarom dat er niet is.');
  const place = {
    postcode: checking.optional('postcode', input.postcode, parsePostcode),
    city: checking.optional('city', input.city, (text) => parseText(text, { max: 80 })),
    municipality: checking.optional('municipality', input.municipality, parseMunicipalityCode),
    phone: checking.optional('phone', input.phone, parsePhone),
    email: checking.optional('email', input.email, parseEmail),
    website: checking.optional('website', input.website, (text) => parseText(text, { max: 200 })),
  };
  checking.done();
  const names = { legalName, tradeNames: facts.tradeNames };
  return { employer: { ...facts, ...names, nameKey: nameKey(displayName(names)) }, place };
};

/** Who it is already: under its KvK number, or without one an employer with this name at this postcode. */
const findKnown = async (tx: WriteTx, employer: Employer, postcode: string | null, anyway: boolean): Promise<string | null> => {
  if (employer.kvkNumber !== null) return (await employerByKvk(tx, employer.kvkNumber))?.id ?? null;
  return anyway ? null : ((await namesakes(tx, employer.nameKey, postcode))[0] ?? null);
};

/** Makes the employer; another that got this KvK number in the meantime is the answer instead. */
const create = async (tx: WriteTx, ctx: RequestContext, employer: Employer, branch: Branch | null): Promise<string | null> => {
  try {
    await insertEmployer(tx, employer);
  } catch (error) {
    const winner = isUniqueViolation(error) && employer.kvkNumber !== null ? await employerByKvk(tx, employer.kvkNumber) : null;
    if (!winner) throw error;
    return winner.id;
  }
  if (branch) await tx.em.insert(Branch, branch);
  await indexEmployers(tx, [employer.id]);
  await stateEmployers(tx, ctx, [employer.id]);
  return null;
};

export const registerEmployer = async (ctx: RequestContext, input: RegisterEmployerInput): Promise<EmployerRegistered> => {
  const checked = check(input);
  const { place } = checked;
  return runCommand(ctx, 'EmployerRegister', input, async (tx) => {
    const area = place.postcode === null ? '' : pc4(place.postcode);
    // Of the same name in the same area at the same moment one is first; the others see what it wrote.
    await takeTurn(tx, turnOf('register', `${checked.employer.nameKey}|${area}`));
    const id = ctx.newId();
    const employer = { ...freshEmployer, ...checked.employer, id, status: 'PROSPECT', registeredOn: localDay(ctx.clock()) };
    const answer = (employerId: string, alreadyKnown: boolean, signalIds: string[]) => ({
      answer: { __typename: 'EmployerRegistered' as const, employerId, alreadyKnown, signalIds },
      subjectIds: [employerId],
    });
    const known = await findKnown(tx, employer, place.postcode, input.createAnyway ?? false);
    if (known !== null) return answer(known, true, []);
    const hasPlace = Object.values(place).some((value) => value !== null);
    const address = { street: null, houseNumber: null, kvkNumber: null, vestigingsnummer: null };
    const branch = hasPlace ? { ...freshBranch, ...place, ...address, id: ctx.newId(), employerId: id, name: displayName(employer), main: true } : null;
    const winner = await create(tx, ctx, employer, branch);
    if (winner !== null) return answer(winner, true, []);
    await publish(tx, ctx, 'EmployerRegistered', id, id);
    return answer(id, false, await raiseSignalsOf(tx, ctx, id));
  });
};
