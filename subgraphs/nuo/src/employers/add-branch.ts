import {
  badInput,
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
import { checkInput } from '../input.ts';
import { Branch, type Employer } from './employer.entity.ts';
import { stateEmployers } from './employer.facts.ts';
import { lockEmployer } from './employer.store.ts';
import { freshBranch } from './fresh.ts';
import type { AddBranchInput, BranchAdded, VestigingsnummerTaken } from './employer.types.ts';

const check = (input: AddBranchInput) => {
  const checking = checkInput();
  const text = (max: number) => (value: string) => parseText(value, { max });
  const checked = {
    vestigingsnummer: checking.optional('vestigingsnummer', input.vestigingsnummer, parseVestigingsnummer),
    name: checking.required('name', input.name, text(255)),
    street: checking.required('street', input.street, text(80)),
    houseNumber: checking.required('houseNumber', input.houseNumber, text(20)),
    postcode: checking.required('postcode', input.postcode, parsePostcode),
    city: checking.required('city', input.city, text(80)),
    municipality: checking.required('municipality', input.municipality, parseMunicipalityCode),
    phone: checking.optional('phone', input.phone, parsePhone),
    email: checking.optional('email', input.email, parseEmail),
    website: checking.optional('website', input.website, text(200)),
  };
  checking.done();
  return checked;
};

export const unknownEmployer = () => badInput([{ path: ['input', 'employerId'], message: 'Deze werkgever bestaat niet.' }]);

export const demandKvk = ({ kvkNumber }: Employer): string => {
  if (kvkNumber !== null) return kvkNumber;
  throw badInput([{ path: ['input', 'vestigingsnummer'], message: 'Een vestigingsnummer hoort bij een KvK-nummer; deze werkgever heeft er geen.' }]);
};

export const addBranch = async (ctx: RequestContext, input: AddBranchInput): Promise<BranchAdded | VestigingsnummerTaken> => {
  const checked = check(input);
  return runCommand<BranchAdded | VestigingsnummerTaken>(ctx, 'BranchAdd', input, async (tx) => {
    const employer = await lockEmployer(tx, input.employerId);
    if (!employer) throw unknownEmployer();
    const { vestigingsnummer } = checked;
    const kvkNumber = vestigingsnummer === null ? null : demandKvk(employer);
    if (vestigingsnummer !== null && kvkNumber !== null) {
      const taken = await tx.em.findOneBy(Branch, { kvkNumber, vestigingsnummer });
      if (taken) return { answer: { __typename: 'VestigingsnummerTaken', branchId: taken.id }, subjectIds: [taken.id] };
    }
    const main = !(await tx.em.existsBy(Branch, { employerId: employer.id }));
    const id = ctx.newId();
    await tx.em.insert(Branch, { ...freshBranch, ...checked, id, employerId: employer.id, kvkNumber, main });
    await indexEmployers(tx, [employer.id]);
    await stateEmployers(tx, ctx, [employer.id]);
    await raiseSignals(tx, ctx, [employer.id]);
    await publish(tx, ctx, 'BranchAdded', id, employer.id);
    return { answer: { __typename: 'BranchAdded', branchId: id }, subjectIds: [employer.id, id] };
  });
};
