import { isUniqueViolation, localDay, parseKvkNumber, parseRsin, parseSbi, parseText, type RequestContext, runCommand, type WriteTx } from '@werkplein/kernel';
import { publish } from '../events/publish.ts';
import { checkInput } from '../input.ts';
import type { Employer } from './employer.entity.ts';
import { employerByKvk, insertEmployer } from './employer.store.ts';
import type { EmployerRegistered, RegisterEmployerInput } from './employer.types.ts';
import { displayName, nameKey } from './name.rules.ts';

type Checked = Pick<Employer, 'legalName' | 'nameKey' | 'tradeNames' | 'kvkNumber' | 'rsin' | 'registrationReason' | 'sbiCode' | 'sbiVersion' | 'employees'>;

const check = (input: RegisterEmployerInput): Checked => {
  const checking = checkInput();
  const legalName = checking.required('legalName', input.legalName, (text) => parseText(text, { max: 255 }));
  const tradeNames = (input.tradeNames ?? []).map((name, i) => checking.required(['tradeNames', i], name, (text) => parseText(text, { max: 255 })));
  if (tradeNames.length > 50) checking.problem('tradeNames', 'Geef hooguit 50 handelsnamen.');
  const kvkNumber = checking.optional('kvkNumber', input.kvkNumber, parseKvkNumber);
  const rsin = checking.optional('rsin', input.rsin, parseRsin);
  const registrationReason = checking.optional('registrationReason', input.registrationReason, (text) => parseText(text, { max: 200 }));
  if (!input.kvkNumber && !input.registrationReason) checking.problem('registrationReason', 'Geef een KvK-nummer, of zeg waarom dat er niet is.');
  const sbi = checking.optional('sbiCode', input.sbiCode, (code) => parseSbi({ code, version: input.sbiVersion }));
  if (input.sbiVersion && !input.sbiCode) checking.problem('sbiVersion', 'Een SBI-versie hoort bij een SBI-code.');
  if (typeof input.employees === 'number' && input.employees < 0) checking.problem('employees', 'Verwacht: 0 of meer werkzame personen.');
  checking.done();
  return {
    legalName,
    nameKey: nameKey(displayName({ tradeNames, legalName })),
    tradeNames,
    kvkNumber,
    rsin,
    registrationReason,
    sbiCode: sbi?.code ?? null,
    sbiVersion: sbi?.version ?? null,
    employees: input.employees ?? null,
  };
};

/** The employer with this KvK number, made when there is none: of several at once the unique index lets one make it. */
const resolveOrCreate = async (tx: WriteTx, employer: Employer): Promise<{ id: string; alreadyKnown: boolean }> => {
  const find = () => (employer.kvkNumber === null ? null : employerByKvk(tx, employer.kvkNumber));
  const known = await find();
  if (known) return { id: known.id, alreadyKnown: true };
  try {
    await insertEmployer(tx, employer);
    return { id: employer.id, alreadyKnown: false };
  } catch (error) {
    const winner = isUniqueViolation(error) ? await find() : null;
    if (!winner) throw error;
    return { id: winner.id, alreadyKnown: true };
  }
};

export const registerEmployer = async (ctx: RequestContext, input: RegisterEmployerInput): Promise<EmployerRegistered> => {
  const checked = check(input);
  return runCommand(ctx, 'EmployerRegister', input, async (tx) => {
    const fresh = {
      ...checked,
      id: ctx.newId(),
      status: 'PROSPECT',
      keyAccount: false,
      version: 1,
      registeredOn: localDay(ctx.clock()),
      sourceSystem: null,
      sourceKey: null,
    };
    const { id, alreadyKnown } = await resolveOrCreate(tx, fresh);
    if (!alreadyKnown) await publish(tx, ctx, 'EmployerRegistered', id, id);
    return { answer: { __typename: 'EmployerRegistered' as const, employerId: id, alreadyKnown }, subjectIds: [id] };
  });
};
