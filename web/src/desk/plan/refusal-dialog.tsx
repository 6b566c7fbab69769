import { Dialog } from '@amsterdam/design-system-react';
import { useLayoutEffect, useRef } from 'react';
import type { Problem } from '../../graph/problems.ts';
import { texts } from '../../texts.ts';
import { desk } from '../../texts/desk.ts';
import { ConflictChoices } from './conflict-choices.tsx';
import { Obstacles } from './obstacles.tsx';
import type { ClosedFragment, ConflictFragment, NeedsReasonFragment } from './plan-contact.generated.ts';
import { ReasonForm } from './reason-form.tsx';

const { plan: words } = desk;

/** Why a contact was not planned. */
export type Refusal = ConflictFragment | NeedsReasonFragment | ClosedFragment;

export interface RefusalProps {
  refusal: Refusal;
  busy: boolean;
  problem: Problem | null;
  /** Goes on all the same; gives whether it was sent. */
  onReason: (reason: string) => Promise<boolean>;
  /** Begins on this day instead. */
  onDay: (day: string) => void;
  onClose: () => void;
  /** Another's contact was joined or asked for: this one is not needed. */
  onDone: () => void;
}

const headings = { ContactConflict: words.conflict, ContactNeedsReason: words.reasonHeading, EmployerClosed: words.closedHeading };

/** What can be done when somebody else is in the way. */
export const RefusalDialog = (props: RefusalProps) => {
  const { refusal, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // Closing leads the focus back to where it was.
    return () => shown?.close();
  }, []);
  return (
    <Dialog
      ref={dialog}
      heading={headings[refusal.__typename]}
      aria-label={headings[refusal.__typename]}
      closeButtonLabel={texts.common.close}
      onClose={onClose}
    >
      {refusal.__typename === 'ContactConflict' && <ConflictChoices {...props} conflict={refusal} />}
      {refusal.__typename === 'ContactNeedsReason' && <ReasonForm {...props} needs={refusal} />}
      {refusal.__typename === 'EmployerClosed' && (
        <>
          <Obstacles obstacles={refusal.obstacles} />
          <p className="ams-paragraph">{words.closedHelp}</p>
        </>
      )}
    </Dialog>
  );
};
