import { useAsk } from '../graph/ask.ts';
import { texts } from '../texts.ts';
import { dayOf } from '../ui/dates.ts';
import { SelectField } from '../ui/fields.tsx';
import { shortNumber } from '../ui/numbers.ts';
import { Answer, Empty } from '../ui/states.tsx';
import { CommandForm, orNull } from './command-form.tsx';
import type { Placement } from './placement-page.tsx';
import { AssignWorkplaceDocument } from './placement-steps.generated.ts';
import { type WorkplaceKind, WorkplacesToAssignDocument } from './workplaces.generated.ts';

const { placements, workplaces } = texts;
const placesOf: Partial<Record<Placement['kind'], readonly WorkplaceKind[]>> = { SHELTERED_INTERNAL: ['INSIDE'], WORK_ON_LOCATION: ['ON_LOCATION', 'GREEN'] };

/** Whether placements of a kind take hours of a workplace. */
export const hasWorkplace = (kind: Placement['kind']): boolean => kind in placesOf;

/** Gives a placement its workplace; what is free on its first day, or today, stands beside each. */
export const AssignWorkplaceForm = ({ placement, close }: { placement: Placement; close: () => void }) => {
  const { id, version, kind, startsOn, workplace } = placement;
  const today = dayOf();
  const asked = useAsk(WorkplacesToAssignDocument, { variables: { from: startsOn > today ? startsOn : today } });
  return (
    <Answer asked={asked}>
      {({ workplaceBoard }) => {
        const rows = (workplaceBoard?.nodes ?? []).filter((row) => placesOf[kind]?.includes(row.workplace.kind));
        if (rows.length === 0) return <Empty>{placements.noPlaces}</Empty>;
        const choices = rows.map((row) => ({
          value: row.workplace.id,
          label: placements.place(row.workplace.name, workplaces.free(shortNumber(row.cells[0]?.freeHours ?? 0))),
        }));
        return (
          <CommandForm
            document={AssignWorkplaceDocument}
            initial={{ workplaceId: workplace?.id ?? '' }}
            input={({ workplaceId }) => ({ placementId: id, expectedVersion: version, workplaceId: orNull(workplaceId) })}
            submit={placements.do.assign}
            done={placements.done.assign}
            onDone={close}
            onCancel={close}
          >
            {(form) => <SelectField form={form} name="workplaceId" label={placements.workplace} choices={choices} empty={placements.takeAway} />}
          </CommandForm>
        );
      }}
    </Answer>
  );
};
