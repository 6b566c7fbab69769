import { Button } from '@amsterdam/design-system-react';
import { useCommand } from '../../graph/command.ts';
import { desk } from '../../texts/desk.ts';
import { dayText } from '../../ui/dates.ts';
import { notify } from '../../ui/notice.tsx';
import { ProblemAlert } from '../../ui/states.tsx';
import { who, windowText } from '../shared/say.ts';
import type { ConflictFragment } from './plan-contact.generated.ts';
import { AskContactPlanHandOverDocument, JoinContactPlanDocument } from './plan-steps.generated.ts';
import type { RefusalProps } from './refusal-dialog.tsx';

const { plan: words, words: names } = desk;

type Props = Pick<RefusalProps, 'onDay' | 'onClose' | 'onDone'> & { conflict: ConflictFragment };

/** A colleague was first: go together, ask for it, or wait. */
export const ConflictChoices = ({ conflict: { holder, window, contactPlan, options }, onDay, onClose, onDone }: Props) => {
  const join = useCommand(JoinContactPlanDocument);
  const ask = useCommand(AskContactPlanHandOverDocument);
  const busy = join.busy || ask.busy;
  const offered = new Set(options.map(({ kind }) => kind));
  const freeOn = options.find(({ kind }) => kind === 'WAIT_UNTIL')?.day ?? null;

  const ended = (): void => {
    notify(words.ended);
    onClose();
  };
  const onJoin = async (id: string): Promise<void> => {
    const result = await join.send({ contactPlanId: id });
    if (result?.__typename === 'ContactPlanEnded') return ended();
    if (result) {
      notify(words.joined);
      onDone();
    }
  };
  const onAsk = async (id: string): Promise<void> => {
    const result = await ask.send({ contactPlanId: id });
    if (result?.__typename === 'ContactPlanEnded') return ended();
    if (result) {
      notify(result.__typename === 'ContactPlanAlreadyYours' ? words.askedYours : words.asked);
      onDone();
    }
  };
  return (
    <>
      <p className="ams-paragraph stacked">
        {words.conflictText(who(holder), windowText(window))} {contactPlan && `${names.purpose[contactPlan.purpose]}, ${names.channel[contactPlan.channel]}.`}
      </p>
      <ProblemAlert problem={join.problem ?? ask.problem} />
      <ul className="desk-choices" aria-busy={busy}>
        {contactPlan && offered.has('JOIN') && (
          <li>
            <Button aria-disabled={busy} aria-describedby="uitleg-aansluiten" onClick={() => void (busy || onJoin(contactPlan.id))}>
              {words.join}
            </Button>
            <span id="uitleg-aansluiten">{words.joinHelp}</span>
          </li>
        )}
        {contactPlan && offered.has('ASK_HANDOVER') && (
          <li>
            <Button variant="secondary" aria-disabled={busy} aria-describedby="uitleg-vragen" onClick={() => void (busy || onAsk(contactPlan.id))}>
              {words.ask}
            </Button>
            <span id="uitleg-vragen">{words.askHelp}</span>
          </li>
        )}
        {freeOn !== null && (
          <li>
            <Button variant="secondary" aria-describedby="uitleg-wachten" onClick={() => onDay(freeOn)}>
              {words.wait(dayText(freeOn))}
            </Button>
            <span id="uitleg-wachten">{words.waitHelp}</span>
          </li>
        )}
      </ul>
    </>
  );
};
