import { Heading } from '@amsterdam/design-system-react';
import { uitvoering } from '../../texts/uitvoering.ts';
import { indications as words } from '../../texts/personnel.ts';
import { dayOf, dayText } from '../../ui/dates.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { Empty } from '../../ui/states.tsx';
import type { FormState } from '../../ui/use-form.ts';
import { orNull } from '../command-form.tsx';
import { choicesOf } from '../filters.tsx';
import { useMay } from '../may.ts';
import { type Step, StepChoice } from '../step-choice.tsx';
import { stepForm } from '../step-form.tsx';
import {
  CorrectIndicationDocument,
  RecordIndicationDocument,
  RecordReindicationRequestDocument,
  type WswAdvisedForm,
  type WswHandicapCategory,
} from './people-steps.generated.ts';
import type { Personnel } from './personnel.tsx';

type Indication = NonNullable<Personnel['indications']>[number];

const valuesOf = (row: Indication | null) => ({
  decidedOn: row?.decidedOn ?? '',
  requestedOn: row?.requestedOn ?? '',
  validUntil: row?.validUntil ?? '',
  targetGroup: row?.targetGroup ?? 'BELONGS',
  category: row?.category ?? '',
  advisedForm: row?.advisedForm ?? '',
});
type Values = ReturnType<typeof valuesOf>;

const inputOf = ({ decidedOn, requestedOn, validUntil, targetGroup, category, advisedForm }: Values) => ({
  decidedOn,
  validUntil,
  requestedOn: orNull(requestedOn),
  targetGroup,
  category: targetGroup === 'BELONGS' ? (orNull(category) as WswHandicapCategory | null) : null,
  advisedForm: targetGroup === 'BELONGS' ? (orNull(advisedForm) as WswAdvisedForm | null) : null,
});

const Fields = ({ form }: { form: FormState<Values> }) => (
  <>
    <TextField form={form} name="decidedOn" type="date" label={words.decided} />
    <TextField form={form} name="requestedOn" type="date" label={words.requestedOn} optional />
    <TextField form={form} name="validUntil" type="date" label={words.until} />
    <SelectField form={form} name="targetGroup" label={words.group} choices={choicesOf(words.groups)} />
    {form.values.targetGroup === 'BELONGS' && (
      <>
        <SelectField form={form} name="category" label={words.category} choices={choicesOf(words.categories)} />
        <SelectField form={form} name="advisedForm" label={words.form} choices={choicesOf(words.forms)} />
      </>
    )}
  </>
);

const recording = (participantId: string): Step =>
  stepForm({
    key: 'record',
    label: words.record,
    document: RecordIndicationDocument,
    initial: valuesOf(null),
    draft: `indicatie-${participantId}`,
    required: ['targetGroup'],
    input: (values) => ({ participantId, ...inputOf(values) }),
    done: words.recorded,
    fields: (form) => <Fields form={form} />,
  });

const correcting = (row: Indication): Step =>
  stepForm({
    key: 'correct',
    label: words.correct(dayText(row.decidedOn)),
    document: CorrectIndicationDocument,
    initial: valuesOf(row),
    required: ['targetGroup'],
    input: (values) => ({ indicationId: row.id, expectedVersion: row.version, ...inputOf(values) }),
    done: words.corrected,
    fields: (form) => <Fields form={form} />,
  });

const requesting = (row: Indication): Step =>
  stepForm({
    key: 'request',
    label: words.request,
    document: RecordReindicationRequestDocument,
    initial: { requestedOn: dayOf() },
    input: ({ requestedOn }) => ({ indicationId: row.id, expectedVersion: row.version, requestedOn }),
    done: words.requested,
    fields: (form) => <TextField form={form} name="requestedOn" type="date" label={words.requestedOn} />,
  });

const said = ({ targetGroup, category, advisedForm }: Indication): string =>
  [
    words.groups[targetGroup],
    category && `${words.category.toLowerCase()} ${words.categories[category].toLowerCase()}`,
    advisedForm && words.forms[advisedForm],
  ]
    .filter(Boolean)
    .join(' · ');

/** What UWV decided of somebody, the latest first. */
export const Indications = ({ person }: { person: Personnel }) => {
  const may = useMay()('keepEmployments');
  const rows = person.indications ?? [];
  return (
    <section className="panel" id="indicaties">
      <Heading level={2}>{words.title}</Heading>
      {rows.length === 0 && <Empty>{words.none}</Empty>}
      <ul className="plain-list stacked">
        {rows.map((row) => (
          <li key={row.id} className="learning-step">
            <div>
              <strong>
                {words.until} {dayText(row.validUntil)}
              </strong>
              <div>{said(row)}</div>
              <div className="small">
                {words.decided} {dayText(row.decidedOn)}
                {row.reindicationRequestedOn !== null && ` · ${words.reindication(dayText(row.reindicationRequestedOn))}`}
              </div>
            </div>
            {may && <StepChoice steps={[...(row.reindicationRequestedOn === null ? [requesting(row)] : []), correcting(row)]} quiet />}
          </li>
        ))}
      </ul>
      {may && person.wswWorker && <StepChoice steps={[recording(person.id)]} quiet />}
      {may && !person.wswWorker && <p className="small">{uitvoering.wswFirst}</p>}
    </section>
  );
};
