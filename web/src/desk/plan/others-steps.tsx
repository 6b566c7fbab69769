import { Button } from '@amsterdam/design-system-react';
import { useCommand } from '../../graph/command.ts';
import { desk } from '../../texts/desk.ts';
import { notify } from '../../ui/notice.tsx';
import { ProblemAlert } from '../../ui/states.tsx';
import { Panel } from '../shared/panel.tsx';
import type { PlanCardFragment } from '../today/plans.generated.ts';
import { AskContactPlanHandOverDocument, JoinContactPlanDocument } from './plan-steps.generated.ts';

const { plan: words } = desk;

const said = {
  ContactPlanHandOverAsked: words.asked,
  ContactPlanAlreadyYours: words.askedYours,
  ContactPlanEnded: words.ended,
  ContactPlanJoined: words.joined,
};

/** What may be done with a contact of others: go along, or ask for it. */
export const OthersSteps = ({ plan }: { plan: PlanCardFragment }) => {
  const join = useCommand(JoinContactPlanDocument);
  const ask = useCommand(AskContactPlanHandOverDocument);
  const busy = join.busy || ask.busy;
  const run = async ({ send }: typeof join | typeof ask): Promise<void> => {
    const result = await send({ contactPlanId: plan.id });
    if (result) notify(said[result.__typename]);
  };
  return (
    <Panel title={words.join}>
      <ProblemAlert problem={join.problem ?? ask.problem} />
      <ul className="desk-choices">
        <li>
          <Button aria-disabled={busy} onClick={() => void (busy || run(join))}>
            {words.join}
          </Button>
          <span>{words.joinHelp}</span>
        </li>
        <li>
          <Button variant="secondary" aria-disabled={busy} onClick={() => void (busy || run(ask))}>
            {words.ask}
          </Button>
          <span>{words.askHelp}</span>
        </li>
      </ul>
    </Panel>
  );
};
