import { NUO, useMe } from '../../app/me.tsx';
import { useWerkpleinCommand } from '../../graph/command.ts';
import { texts } from '../../texts.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { dayOf } from '../../ui/dates.ts';
import { LongTextField, RadioField, SelectField, TextField } from '../../ui/fields.tsx';
import { useForm } from '../../ui/use-form.ts';
import { chosenColleague, ColleagueField, noColleague } from '../parts/colleagues.tsx';
import { CommandForm } from '../parts/command-form.tsx';
import { numberOf } from '../parts/inputs.ts';
import { useSending } from '../parts/sending.ts';
import { useNuoExperts } from './experts.ts';
import type { Loonwaarde } from './loonwaarde.tsx';
import { EstablishLoonwaardeDocument, PlanLoonwaardeDocument, RejectLoonwaardeDocument, RequestLoonwaardeDocument } from './loonwaarde.werkplein.generated.ts';

const { loonwaarde: words } = werkpleinTexts;

interface StepProps {
  loonwaarde: Loonwaarde;
  close: () => void;
}

export const RequestForm = ({ clientId, close }: { clientId: string; close: () => void }) => {
  const form = useForm({ functionName: '', hoursPerWeek: '' });
  const sending = useSending(useWerkpleinCommand(RequestLoonwaardeDocument), 'LoonwaardeRequested', words.requested, close);
  const { functionName, hoursPerWeek } = form.values;
  return (
    <CommandForm
      sending={sending}
      submit={words.request}
      onCancel={close}
      onSubmit={() => void sending.send({ clientId, functionName, hoursPerWeek: numberOf(hoursPerWeek) })}
    >
      <TextField form={form} name="functionName" label={words.function} />
      <TextField form={form} name="hoursPerWeek" label={words.hoursPerWeek} />
    </CommandForm>
  );
};

/** Who measures, and on which day: somebody of the NUO or of the own Werkplein. */
export const PlanForm = ({ loonwaarde: { id, version }, close }: StepProps) => {
  const { organisation } = useMe();
  const experts = useNuoExperts();
  const form = useForm({ ...noColleague, organisation: NUO, nuoExpert: '', plannedOn: '' });
  const sending = useSending(useWerkpleinCommand(PlanLoonwaardeDocument), 'LoonwaardeChanged', words.planned, close);
  const { organisation: expertOrganisation, nuoExpert, plannedOn } = form.values;
  const ofNuo = expertOrganisation === NUO;
  const expert = ofNuo ? (experts.find((each) => each.id === nuoExpert) ?? { id: '', name: '–' }) : chosenColleague(form.values);
  return (
    <CommandForm
      sending={sending}
      submit={words.plan}
      onCancel={close}
      onSubmit={() => void sending.send({ id, expectedVersion: version, plannedOn, expertOrganisation, expert })}
    >
      <RadioField
        form={form}
        name="organisation"
        path="expertOrganisation"
        label={words.expertOf}
        choices={[
          { value: NUO, label: words.ofNuo },
          { value: organisation.code, label: words.ofWerkplein },
        ]}
      />
      {ofNuo ? (
        <SelectField
          form={form}
          name="nuoExpert"
          path="expert.id"
          label={words.expert}
          choices={experts.map((each) => ({ value: each.id, label: each.name }))}
        />
      ) : (
        <ColleagueField form={form} path="expert" label={words.expert} />
      )}
      <TextField form={form} name="plannedOn" type="date" label={words.plannedOn} />
    </CommandForm>
  );
};

export const EstablishForm = ({ loonwaarde: { id, version, wageValuePct }, close }: StepProps) => {
  const form = useForm({ validFrom: dayOf(), reviewOn: '' });
  const sending = useSending(useWerkpleinCommand(EstablishLoonwaardeDocument), 'LoonwaardeChanged', words.established, close);
  return (
    <CommandForm
      sending={sending}
      submit={words.establish}
      onCancel={close}
      onSubmit={() => void sending.send({ id, expectedVersion: version, ...form.values })}
    >
      <p className="form-text">{words.establishExplain(wageValuePct === null ? texts.common.unknown : words.percent(wageValuePct))}</p>
      <div className="field-row">
        <TextField form={form} name="validFrom" type="date" label={words.validFrom} />
        <TextField form={form} name="reviewOn" type="date" label={words.review} />
      </div>
    </CommandForm>
  );
};

export const RejectForm = ({ loonwaarde: { id, version }, close }: StepProps) => {
  const form = useForm({ reason: '' });
  const sending = useSending(useWerkpleinCommand(RejectLoonwaardeDocument), 'LoonwaardeChanged', words.rejected, close);
  return (
    <CommandForm
      sending={sending}
      submit={words.reject}
      onCancel={close}
      onSubmit={() => void sending.send({ id, expectedVersion: version, reason: form.values.reason })}
    >
      <LongTextField form={form} name="reason" label={words.reason} rows={2} />
    </CommandForm>
  );
};
