import { Link } from 'react-router';
import { useCommand } from '../../graph/command.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { decisionKind } from '../../texts/werkplein-law.ts';
import { named } from '../../texts/werkplein-names.ts';
import { CheckListField, LongTextField } from '../../ui/fields.tsx';
import { useForm } from '../../ui/use-form.ts';
import { clientPath } from '../parts/client-link.tsx';
import { CommandForm } from '../parts/command-form.tsx';
import { periodText } from '../parts/day.tsx';
import { useSending } from '../parts/sending.ts';
import { AgreePlacementDocument, RejectPlacementDocument } from './agree.generated.ts';
import type { Waiting } from './placements.tsx';

const { waiting: words } = werkpleinTexts;

interface AnswerProps {
  placement: Waiting;
  close: () => void;
}

const decisionsOf = ({ client }: Waiting) =>
  client && 'decisions' in client ? (client.decisions ?? []).filter(({ outcome, revisedById }) => outcome === 'GRANTED' && revisedById === null) : [];

/** Agrees, by the decisions on which the placement rests. */
export const AgreeForm = ({ placement, close }: AnswerProps) => {
  const decisions = decisionsOf(placement);
  const needed = placement.details?.silence?.agrees === false;
  const form = useForm({ decisionIds: [] as readonly string[] });
  const sending = useSending(useCommand(AgreePlacementDocument), 'PlacementChanged', words.agreed, close);
  return (
    <CommandForm
      sending={sending}
      submit={words.agreeNow}
      onCancel={close}
      onSubmit={() => void sending.send({ placementId: placement.id, expectedVersion: placement.version, decisionIds: [...form.values.decisionIds] })}
    >
      <CheckListField
        form={form}
        name="decisionIds"
        label={needed ? words.decisionsNeeded : words.decisions}
        {...(decisions.length === 0 && { hint: words.noDecisions })}
        choices={decisions.map(({ id, kind, startsOn, endsOn, decidedOn }) => ({
          value: id,
          label: `${named(decisionKind, kind)}, ${periodText(startsOn ?? decidedOn, endsOn)}`,
        }))}
      />
      {placement.client && (
        <p className="form-text">
          <Link to={`${clientPath(placement.client.id, 'voorzieningen')}#besluiten`}>{words.publishDecision}</Link>
        </p>
      )}
    </CommandForm>
  );
};

export const RejectForm = ({ placement, close }: AnswerProps) => {
  const form = useForm({ reason: '' }, `afwijzen:${placement.id}`);
  const sending = useSending(useCommand(RejectPlacementDocument), 'PlacementChanged', words.rejected, () => {
    form.reset();
    close();
  });
  return (
    <CommandForm
      sending={sending}
      submit={words.rejectNow}
      onCancel={close}
      onSubmit={() => void sending.send({ placementId: placement.id, expectedVersion: placement.version, reason: form.values.reason })}
    >
      <LongTextField form={form} name="reason" label={words.rejectReason} rows={3} />
    </CommandForm>
  );
};
