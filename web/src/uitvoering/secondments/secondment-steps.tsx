import { Paragraph } from '@amsterdam/design-system-react';
import { texts } from '../../texts.ts';
import { uitvoering } from '../../texts/uitvoering.ts';
import { secondments as words } from '../../texts/secondments.ts';
import { dayOf } from '../../ui/dates.ts';
import { CheckField, LongTextField, RadioField, SelectField, TextField } from '../../ui/fields.tsx';
import { orNull } from '../command-form.tsx';
import { choicesOf } from '../filters.tsx';
import type { Step } from '../step-choice.tsx';
import { stepForm } from '../step-form.tsx';
import { MemberField } from './member-field.tsx';
import { euros } from './parts.tsx';
import { type Secondment, SecondmentFields, secondmentInput, secondmentValues } from './secondment-fields.tsx';
import { centsOf } from './secondment-new-page.tsx';
import * as commands from './secondment-steps.generated.ts';

const { results } = uitvoering;
type StepName = Exclude<keyof typeof words.do, 'removeMember' | 'approve'>;

const at = ({ id, version }: Secondment) => ({ secondmentId: id, expectedVersion: version });
const named = (name: keyof typeof words.do) => ({ key: name, label: words.do[name], done: words.done[name] });

const steps: Record<StepName, (row: Secondment) => Step> = {
  change: (row) =>
    stepForm({
      ...named('change'),
      submit: texts.common.save,
      document: commands.ChangeSecondmentDocument,
      initial: secondmentValues(row),
      draft: `detachering-${row.id}`,
      input: (values) => ({ ...at(row), ...secondmentInput(values) }),
      fields: (form) => <SecondmentFields form={form} hirerId={row.employer?.id ?? ''} />,
    }),
  recordRate: (row) =>
    stepForm({
      ...named('recordRate'),
      document: commands.RecordSecondmentRateDocument,
      initial: { rate: '', validFrom: '' },
      input: ({ rate, validFrom }) => ({ ...at(row), validFrom, centsPerHour: centsOf(rate) }),
      fields: (form) => (
        <>
          <TextField form={form} name="rate" path="centsPerHour" label={words.rate} hint={words.rateHint} />
          <TextField form={form} name="validFrom" type="date" label={words.rateFrom} />
        </>
      ),
    }),
  sign: (row) =>
    stepForm({
      ...named('sign'),
      document: commands.SignSecondmentDocument,
      initial: { signedOn: dayOf() },
      input: ({ signedOn }) => ({ ...at(row), signedOn }),
      fields: (form) => <TextField form={form} name="signedOn" type="date" label={words.firstDay} />,
    }),
  addMember: (row) =>
    stepForm({
      ...named('addMember'),
      document: commands.AddSecondmentMemberDocument,
      initial: { placementId: '' },
      required: ['placementId'],
      input: ({ placementId }) => ({ ...at(row), placementId }),
      fields: (form) => <MemberField form={form} secondment={row} />,
    }),
  start: (row) =>
    stepForm({
      ...named('start'),
      document: commands.StartSecondmentDocument,
      initial: {},
      input: () => at(row),
      fields: () => <Paragraph>{words.startHint}</Paragraph>,
    }),
  giveNotice: (row) =>
    stepForm({
      ...named('giveNotice'),
      document: commands.GiveSecondmentNoticeDocument,
      initial: { by: 'HIRER', noticeOn: dayOf(), endsOn: '' },
      input: ({ by, noticeOn, endsOn }) => ({ ...at(row), by: by as commands.NoticeParty, noticeOn, endsOn: orNull(endsOn) }),
      fields: (form) => (
        <>
          <RadioField form={form} name="by" label={words.noticeBy} choices={choicesOf(words.parties)} />
          <TextField form={form} name="noticeOn" type="date" label={words.noticeOn} />
          <TextField form={form} name="endsOn" type="date" label={words.noticeEnd} hint={words.noticeEndHint} optional />
        </>
      ),
    }),
  end: (row) =>
    stepForm({
      ...named('end'),
      document: commands.EndSecondmentDocument,
      initial: { endedOn: dayOf(), result: '', mutualConsent: false, reason: '' },
      draft: `detachering-einde-${row.id}`,
      required: ['result'],
      input: ({ endedOn, result, mutualConsent, reason }) => ({ ...at(row), endedOn, mutualConsent, reason, result: result as commands.PlacementResult }),
      fields: (form) => (
        <>
          <Paragraph>{words.endHintMembers}</Paragraph>
          <TextField form={form} name="endedOn" type="date" label={words.endedOn} />
          <SelectField form={form} name="result" label={words.result} choices={choicesOf(results)} />
          <CheckField form={form} name="mutualConsent" label={words.mayEarlier} />
          <LongTextField form={form} name="reason" label={words.reason} />
        </>
      ),
    }),
};

/** What can be done in each state (docs/states/detachering.md); the first is what usually comes next. */
const possible: Record<Secondment['status'], readonly StepName[]> = {
  CONCEPT: ['sign', 'change', 'recordRate', 'end'],
  SIGNED: ['addMember', 'start', 'recordRate', 'end'],
  RUNNING: ['addMember', 'recordRate', 'giveNotice', 'end'],
  NOTICE_GIVEN: ['end', 'recordRate'],
  ENDED: [],
};

export const secondmentSteps = (row: Secondment): Step[] => possible[row.status].map((name) => steps[name](row));

/** Takes a placement out again, while no hours were kept of it. */
export const removing = (row: Secondment, placementId: string, who: string): Step =>
  stepForm({
    ...named('removeMember'),
    of: who,
    document: commands.RemoveSecondmentMemberDocument,
    initial: {},
    input: () => ({ ...at(row), placementId }),
    fields: () => <Paragraph>{words.removeHint}</Paragraph>,
  });

/** Lets a rate below the floor hold: by the coordinator, and not by who recorded it. */
export const approving = (row: Secondment, rate: { id: string; centsPerHour: number }): Step =>
  stepForm({
    ...named('approve'),
    of: euros(rate.centsPerHour),
    document: commands.ApproveSecondmentRateDocument,
    initial: { reason: '' },
    draft: `tarief-${rate.id}`,
    input: ({ reason }) => ({ ...at(row), rateId: rate.id, reason }),
    fields: (form) => <LongTextField form={form} name="reason" label={words.approveReason} />,
  });
