import { uitvoering } from '../../texts/uitvoering.ts';
import { employments as words } from '../../texts/personnel.ts';
import { dayOf } from '../../ui/dates.ts';
import { LongTextField, SelectField, TextField } from '../../ui/fields.tsx';
import { numberOf, orNull } from '../command-form.tsx';
import { EmployerField } from '../employer-field.tsx';
import { choicesOf } from '../filters.tsx';
import { MunicipalityField } from '../people/municipality-field.tsx';
import type { Step } from '../step-choice.tsx';
import { stepForm } from '../step-form.tsx';
import type { Employment } from './employment-page.tsx';
import * as commands from './employments.generated.ts';
import { AdaptationsField, ofEmployer, TermsFields, termsInput, termsValues } from './terms-fields.tsx';

type StepName = 'change' | 'end' | 'correctEnd' | 'withdraw' | 'switchForm';
const at = ({ id, version }: Employment) => ({ employmentId: id, expectedVersion: version });
const named = (name: StepName) => ({ key: name, label: words[name], done: words.done[name] });

const change = (row: Employment): Step =>
  stepForm({
    ...named('change'),
    document: commands.ChangeEmploymentTermsDocument,
    initial: {
      from: '',
      ...termsValues,
      formalEmployer: '',
      payingMunicipality: '',
      responsibleMunicipality: '',
      adaptations: row.adaptations ?? [],
    },
    draft: `dienstverband-wijzigen-${row.id}`,
    input: ({ from, hoursPerWeek, paidWagePct, cao, adaptations, formalEmployer, payingMunicipality, responsibleMunicipality }) => ({
      ...at(row),
      from,
      ...(hoursPerWeek !== '' && { hoursPerWeek: numberOf(hoursPerWeek) || 0 }),
      ...(paidWagePct !== '' && { paidWagePct: numberOf(paidWagePct) || 0 }),
      ...(cao !== '' && { cao: cao as commands.Cao }),
      ...(formalEmployer !== '' && { formalEmployer }),
      ...(payingMunicipality !== '' && { payingMunicipality }),
      ...(responsibleMunicipality !== '' && { responsibleMunicipality }),
      ...(adaptations.join() !== (row.adaptations ?? []).join() && { adaptations }),
    }),
    fields: (form) => (
      <>
        <p className="small">{words.changeHint}</p>
        <TextField form={form} name="from" type="date" label={words.changeFrom} />
        <TextField form={form} name="hoursPerWeek" label={words.hours} optional />
        <TextField form={form} name="paidWagePct" label={words.wage} hint={words.wageHint} optional />
        <SelectField form={form} name="cao" label={words.cao} choices={choicesOf(words.caos)} empty={words.same} optional />
        {!ofEmployer.has(row.kind) && <MunicipalityField form={form} name="formalEmployer" label={words.formal} empty={words.same} optional />}
        <MunicipalityField form={form} name="payingMunicipality" label={words.paying} empty={words.same} optional />
        <MunicipalityField form={form} name="responsibleMunicipality" label={words.responsible} empty={words.same} optional />
        <AdaptationsField form={form} />
      </>
    ),
  });

const end = (row: Employment): Step =>
  stepForm({
    ...named('end'),
    document: commands.EndEmploymentDocument,
    initial: { endsOn: dayOf(), endReason: '', destination: '' },
    required: ['endReason', 'destination'],
    input: ({ endsOn, endReason, destination }) => ({
      ...at(row),
      endsOn,
      endReason: endReason as commands.EmploymentEndReason,
      destination: destination as commands.EmploymentDestination,
    }),
    fields: (form) => (
      <>
        <TextField form={form} name="endsOn" type="date" label={words.until} />
        <SelectField form={form} name="endReason" label={words.endReason} choices={choicesOf(words.reasons)} />
        <SelectField form={form} name="destination" label={words.destination} choices={choicesOf(words.destinations)} />
      </>
    ),
  });

const correctEnd = (row: Employment): Step =>
  stepForm({
    ...named('correctEnd'),
    document: commands.CorrectEmploymentEndDocument,
    initial: { endsOn: row.endsOn ?? '', endReason: row.endReason ?? '', destination: row.destination ?? '' },
    input: ({ endsOn, endReason, destination }) => ({
      ...at(row),
      endsOn: orNull(endsOn),
      // What has not ended has no reason for it.
      endReason: endsOn === '' ? null : (orNull(endReason) as commands.EmploymentEndReason | null),
      destination: endsOn === '' ? null : (orNull(destination) as commands.EmploymentDestination | null),
    }),
    fields: (form) => (
      <>
        <TextField form={form} name="endsOn" type="date" label={words.until} hint={words.correctEndHint} optional />
        {form.values.endsOn !== '' && (
          <>
            <SelectField form={form} name="endReason" label={words.endReason} choices={choicesOf(words.reasons)} />
            <SelectField form={form} name="destination" label={words.destination} choices={choicesOf(words.destinations)} />
          </>
        )}
      </>
    ),
  });

const withdraw = (row: Employment): Step =>
  stepForm({
    ...named('withdraw'),
    document: commands.WithdrawEmploymentDocument,
    initial: { reason: '' },
    input: ({ reason }) => ({ ...at(row), reason }),
    fields: (form) => <LongTextField form={form} name="reason" label={uitvoering.reason} />,
  });

const switchForm = (row: Employment, go: (path: string) => void): Step => {
  const toGuided = row.kind === 'WSW_ART2';
  return stepForm({
    ...named('switchForm'),
    document: commands.SwitchWorkFormDocument,
    initial: { on: '', ...termsValues, employerId: '', employerName: '', formalEmployer: row.responsibleMunicipality },
    draft: `werkvorm-${row.id}`,
    required: ['cao'],
    input: ({ on, employerId, formalEmployer, ...values }) => ({
      ...at(row),
      on,
      ...(toGuided ? { employerId: orNull(employerId) } : { formalEmployer: orNull(formalEmployer) }),
      ...termsInput(values),
    }),
    onDone: ({ employment }) => employment && go(`/dienstverbanden/${employment.id}`),
    fields: (form) => (
      <>
        <p className="small">{toGuided ? words.switchToGuided : words.switchBack}</p>
        <TextField form={form} name="on" type="date" label={words.on} />
        <TermsFields form={form} />
        {toGuided ? <EmployerField form={form} /> : <MunicipalityField form={form} name="formalEmployer" label={words.formal} />}
      </>
    ),
  });
};

/** What personnel can do in each state (docs/states/sheltered-employment.md); the municipality decides on beschut werk. */
export const employmentSteps = (row: Employment, go: (path: string) => void): Step[] => {
  if (row.state === 'AWAITING_DECISION') return [withdraw(row)];
  if (row.state === 'ENDED') return [correctEnd(row)];
  if (row.state !== 'AGREED') return [];
  return [change(row), ...(row.kind.startsWith('WSW') ? [switchForm(row, go)] : []), end(row)];
};
