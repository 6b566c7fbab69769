import {
  badInput,
  isUniqueViolation,
  parseEmail,
  parseMunicipalityCode,
  parsePhone,
  parsePostcode,
  parseText,
  parseVestigingsnummer,
  type RequestContext,
  runCommand,
} from '@werkplein/kernel';
import { indexEmployers } from '../duplicates/match.store.ts';
import { raiseSignals } from '../duplicates/signal.store.ts';
import { publish } from '../events/publish.ts';
import { checkInput, mentioned } from '../input.ts';
import { demandKvk } from './add-branch.ts';
import type { BranchChanged, BranchVersionConflict, ChangeBranchInput } from './change-place.types.ts';
import { change } from './changes.ts';
import { Branch } from './employer.entity.ts';
import { stateEmployers } from './employer.facts.ts';
import { lockEmployer } from './employer.store.ts';
import type { VestigingsnummerTaken } from './employer.types.ts';

type Answer = BranchChanged | BranchVersionConflict | VestigingsnummerTaken;

const check = (input: ChangeBranchInput): Partial<Branch> => {
  const checking = checkInput();
  const text = (max: number) => (value: string) => parseText(value, { max });
  const checked = {
    vestigingsnummer: checking.optional('vestigingsnummer', input.vestigingsnummer, parseVestigingsnummer),
    name: input.name === undefined ? '' : checking.required('name', input.name ?? '', text(255)),
    street: checking.optional('street', input.street, text(80)),
    houseNumber: checking.optional('houseNumber', input.houseNumber, text(20)),
    postcode: checking.optional('postcode', input.postcode, parsePostcode),
    city: checking.optional('city', input.city, text(80)),
    municipality: checking.optional('municipality', input.municipality, parseMunicipalityCode),
    phone: checking.optional('phone', input.phone, parsePhone),
    email: checking.optional('email', input.email, parseEmail),
    website: checking.optional('website', input.website, text(200)),
  };
  checking.done();
  return mentioned(checked, input);
};

export const changeBranch = async (ctx: RequestContext, input: ChangeBranchInput): Promise<Answer> => {
  const facts = check(input);
  return runCommand<Answer>(ctx, 'BranchChange', input, async (tx) => {
    const seen = await tx.em.findOneBy(Branch, { id: input.branchId });
    const employer = seen && (await lockEmployer(tx, seen.employerId));
    if (!employer) throw badInput([{ path: ['input', 'branchId'], message: 'Deze vestiging bestaat niet.' }]);
    const branch = await tx.em.findOneByOrFail(Branch, { id: seen.id });
    const answer = (given: Answer) => ({ answer: given, subjectIds: [employer.id, branch.id] });
    if (branch.version !== input.expectedVersion) return answer({ __typename: 'BranchVersionConflict', branchId: branch.id, currentVersion: branch.version });
    if (facts.vestigingsnummer !== undefined) facts.kvkNumber = facts.vestigingsnummer === null ? null : demandKvk(employer);
    try {
      await tx.em.update(Branch, { id: branch.id }, { ...facts, ...change(ctx, branch.version) });
    } catch (error) {
      const { kvkNumber, vestigingsnummer } = facts;
      const holder = isUniqueViolation(error) && kvkNumber && vestigingsnummer ? await tx.em.findOneBy(Branch, { kvkNumber, vestigingsnummer }) : null;
      if (!holder) throw error;
      return answer({ __typename: 'VestigingsnummerTaken', branchId: holder.id });
    }
    await indexEmployers(tx, [employer.id]);
    await stateEmployers(tx, ctx, [employer.id]);
    await publish(tx, ctx, 'BranchChanged', branch.id, employer.id);
    await raiseSignals(tx, ctx, [employer.id]);
    return answer({ __typename: 'BranchChanged', branchId: branch.id });
  });
};
