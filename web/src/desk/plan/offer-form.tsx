import { useCommand } from '../../graph/command.ts';
import { desk } from '../../texts/desk.ts';
import { SelectField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { notify } from '../../ui/notice.tsx';
import { Answer } from '../../ui/states.tsx';
import { useForm } from '../../ui/use-form.ts';
import { activeChoices, colleagueOf } from '../colleagues/choices.ts';
import { useColleagues } from '../colleagues/use-colleagues.ts';
import { Panel } from '../shared/panel.tsx';
import type { PlanCardFragment } from '../today/plans.generated.ts';
import { OfferContactPlanDocument } from './plan-steps.generated.ts';

const { planPage: words, plan: planWords } = desk;

const said = { ContactPlanHandOverOffered: words.offeredDone, ContactPlanEnded: planWords.ended, ContactPlanVersionConflict: planWords.changed };

/** Offers a contact to a colleague of any organisation. */
export const OfferForm = ({ plan, onClose }: { plan: PlanCardFragment; onClose: () => void }) => {
  const form = useForm({ employeeId: '' });
  const { send, busy, problem } = useCommand(OfferContactPlanDocument);
  return (
    <Panel title={words.offer}>
      <Answer asked={useColleagues()}>
        {(colleagues) => {
          const submit = async (): Promise<void> => {
            const to = colleagueOf(colleagues, form.values.employeeId);
            const { id: employeeId = '', name = '', organisation = { code: '' } } = to ?? {};
            const result = await send({ contactPlanId: plan.id, expectedVersion: plan.version, employeeId, name, organisation: organisation.code });
            if (!result) return;
            notify(said[result.__typename]);
            onClose();
          };
          return (
            <Form problem={problem} busy={busy} submit={words.offerSubmit} onSubmit={() => void submit()} onCancel={onClose}>
              <SelectField form={form} name="employeeId" label={words.offerTo} choices={activeChoices(colleagues)} />
            </Form>
          );
        }}
      </Answer>
    </Panel>
  );
};
