import { Heading } from '@amsterdam/design-system-react';
import { texts } from '../../texts.ts';
import { uitvoering } from '../../texts/uitvoering.ts';
import { guides as words } from '../../texts/personnel.ts';
import { dayOf, dayText } from '../../ui/dates.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { Empty } from '../../ui/states.tsx';
import { ColleagueField, colleagueRef } from '../colleague-field.tsx';
import { orNull } from '../command-form.tsx';
import { choicesOf } from '../filters.tsx';
import { useMay } from '../may.ts';
import { type Step, StepChoice } from '../step-choice.tsx';
import { stepForm } from '../step-form.tsx';
import { AssignResponsibleDocument, EndResponsibilityDocument, PlanStandInDocument, type ResponsibleRole } from './people-steps.generated.ts';
import type { Personnel } from './personnel.tsx';

const { roles } = uitvoering;
type Guide = NonNullable<Personnel['responsibilities']>[number];
const nameOf = ({ employee }: Guide): string => employee?.name ?? texts.common.unknown;

const assigning = (participantId: string, guides: readonly Guide[]): Step =>
  stepForm({
    key: 'assign',
    label: words.assign,
    document: AssignResponsibleDocument,
    initial: { role: '', employeeId: '', startsOn: '' },
    required: ['role', 'employeeId'],
    input: ({ role, employeeId, startsOn }) => {
      const terms = guides.filter((each) => each.role === role && !each.standIn);
      const day = startsOn === '' ? dayOf() : startsOn;
      const now = terms.find(({ endsOn }) => endsOn === null) ?? terms.find(({ endsOn }) => endsOn !== null && endsOn >= day);
      return {
        participantId,
        role: role as ResponsibleRole,
        colleague: colleagueRef(employeeId),
        instead: now?.employee ? colleagueRef(now.employee.id) : null,
        startsOn: orNull(startsOn),
      };
    },
    done: words.assigned,
    fields: (form) => (
      <>
        <SelectField form={form} name="role" label={words.role} choices={choicesOf(roles)} />
        <ColleagueField form={form} name="employeeId" path="colleague" label={words.who} />
        <TextField form={form} name="startsOn" type="date" label={words.from} hint={words.fromHint} optional />
      </>
    ),
  });

const standingIn = (guide: Guide): Step =>
  stepForm({
    key: 'plan',
    label: words.plan(nameOf(guide)),
    document: PlanStandInDocument,
    initial: { employeeId: '', from: dayOf(), until: '' },
    required: ['employeeId'],
    input: ({ employeeId, from, until }) => ({ responsibilityId: guide.id, colleague: colleagueRef(employeeId), from, until }),
    done: words.planned,
    fields: (form) => (
      <>
        <ColleagueField form={form} name="employeeId" path="colleague" label={words.who} />
        <TextField form={form} name="from" type="date" label={words.from} />
        <TextField form={form} name="until" type="date" label={words.until} />
      </>
    ),
  });

const ending = (guide: Guide): Step =>
  stepForm({
    key: 'end',
    label: words.end(nameOf(guide)),
    document: EndResponsibilityDocument,
    initial: { endsOn: dayOf() },
    input: ({ endsOn }) => ({ responsibilityId: guide.id, endsOn }),
    done: words.ended,
    fields: (form) => <TextField form={form} name="endsOn" type="date" label={words.until} />,
  });

/** Who answers for somebody in which role, now and later. */
export const Guides = ({ person, here }: { person: Personnel; here: boolean }) => {
  const may = useMay()('assign') && here;
  const guides = person.responsibilities ?? [];
  const current = guides.filter(({ endsOn }) => endsOn === null || endsOn >= dayOf());
  return (
    <section className="panel">
      <Heading level={2}>{words.title}</Heading>
      {current.length === 0 && <Empty>{words.none}</Empty>}
      <ul className="plain-list stacked">
        {current.map((guide) => (
          <li key={guide.id} className="learning-step">
            <div>
              <strong>{nameOf(guide)}</strong>, {roles[guide.role].toLowerCase()}
              {guide.standIn && ` (${words.standIn})`}
              <div className="small">
                {dayText(guide.startsOn)} – {guide.endsOn === null ? '' : dayText(guide.endsOn)}
              </div>
            </div>
            {may && <StepChoice steps={[...(guide.standIn ? [] : [standingIn(guide)]), ending(guide)]} quiet />}
          </li>
        ))}
      </ul>
      {may && <StepChoice steps={[assigning(person.id, guides)]} quiet />}
    </section>
  );
};
