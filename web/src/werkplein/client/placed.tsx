import { useAskWerkplein } from '../../graph/ask.ts';
import { useWerkpleinCommand } from '../../graph/command.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { named, placementKind } from '../../texts/werkplein-names.ts';
import { dayText } from '../../ui/dates.ts';
import { RadioField, SelectField, TextField } from '../../ui/fields.tsx';
import { Answer } from '../../ui/states.tsx';
import { useForm } from '../../ui/use-form.ts';
import { CommandForm } from '../parts/command-form.tsx';
import { useSending } from '../parts/sending.ts';
import type { StepProps } from './steps.tsx';
import {
  ConfirmPlacementDocument,
  StartAftercareDocument,
  type StartAftercareMutationVariables,
  StartedPlacementsDocument,
  type StartedPlacementsQuery,
} from './steps.werkplein.generated.ts';

const { step: words } = werkpleinTexts;
type Placement = NonNullable<NonNullable<StartedPlacementsQuery['client']>['placements']>['nodes'][number];

const Confirm = ({ placements, clientId, version, close }: StepProps & { placements: readonly Placement[] }) => {
  const [only] = placements.length === 1 ? placements : [];
  const form = useForm({ placementId: only?.id ?? '', agreedUntil: only?.expectedEndOn ?? '' });
  const sending = useSending(useWerkpleinCommand(ConfirmPlacementDocument), 'DossierChanged', words.done.confirmPlacement, close);
  const { placementId, agreedUntil } = form.values;
  const placement = placements.find(({ id }) => id === placementId);
  if (placements.length === 0) return <p className="empty">{words.noPlacement}</p>;
  return (
    <CommandForm
      sending={sending}
      submit={words.name.confirmPlacement}
      onCancel={close}
      onSubmit={() =>
        void sending.send({
          clientId,
          expectedVersion: version,
          placementId,
          placedOn: placement?.startsOn ?? '',
          agreedUntil: agreedUntil === '' ? null : agreedUntil,
        })
      }
    >
      <p className="form-text">{words.explain.confirmPlacement}</p>
      <SelectField
        form={form}
        name="placementId"
        label={words.placement}
        choices={placements.map(({ id, kind, startsOn, employer }) => ({
          value: id,
          label: `${named(placementKind, kind)}${employer ? `, ${employer.name}` : ''}, ${dayText(startsOn)}`,
        }))}
      />
      <TextField form={form} name="agreedUntil" type="date" label={words.agreedUntil} optional />
    </CommandForm>
  );
};

/** Regie confirms a placement that started at the NUO. */
export const ConfirmPlacementForm = (props: StepProps) => {
  const asked = useAskWerkplein(StartedPlacementsDocument, { variables: { client: props.clientId } });
  return (
    <Answer asked={asked}>
      {({ client }) => <Confirm {...props} placements={(client?.placements?.nodes ?? []).filter(({ status }) => ['ACTIVE', 'INTERRUPTED'].includes(status))} />}
    </Answer>
  );
};

type Ground = StartAftercareMutationVariables['input']['ground'];

export const AftercareForm = ({ clientId, version, close }: StepProps) => {
  const form = useForm({ ground: '' });
  const sending = useSending(useWerkpleinCommand(StartAftercareDocument), 'DossierChanged', words.done.startAftercare, close);
  return (
    <CommandForm
      sending={sending}
      submit={words.name.startAftercare}
      onCancel={close}
      onSubmit={() => void sending.send({ clientId, expectedVersion: version, ground: form.values.ground as Ground })}
    >
      <RadioField form={form} name="ground" label={words.aftercareGround} choices={words.aftercareGrounds} />
    </CommandForm>
  );
};
