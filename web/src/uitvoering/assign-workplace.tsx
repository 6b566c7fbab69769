import { placements } from '../texts/placements.ts';
import { dayOf } from '../ui/dates.ts';
import { CommandForm, orNull } from './command-form.tsx';
import type { Placement } from './placement-page.tsx';
import { AssignWorkplaceDocument } from './placement-steps.generated.ts';
import { WorkplaceField } from './workplace-field.tsx';
import type { WorkplaceKind } from './workplaces.generated.ts';

const placesOf: Partial<Record<Placement['kind'], readonly WorkplaceKind[]>> = { SHELTERED_INTERNAL: ['INSIDE'], WORK_ON_LOCATION: ['ON_LOCATION', 'GREEN'] };

/** Whether placements of a kind take hours of a workplace. */
export const hasWorkplace = (kind: Placement['kind']): boolean => kind in placesOf;

/** Gives a placement its workplace; what is free on its first day, or today, stands beside each. */
export const AssignWorkplaceForm = ({ placement, close }: { placement: Placement; close: () => void }) => {
  const { id, version, kind, startsOn, workplace } = placement;
  const today = dayOf();
  return (
    <CommandForm
      document={AssignWorkplaceDocument}
      initial={{ workplaceId: workplace?.id ?? '', workplaceName: '' }}
      input={({ workplaceId }) => ({ placementId: id, expectedVersion: version, workplaceId: orNull(workplaceId) })}
      submit={placements.do.assign}
      done={placements.done.assign}
      onDone={close}
      onCancel={close}
    >
      {(form) => <WorkplaceField form={form} kinds={placesOf[kind] ?? []} day={startsOn > today ? startsOn : today} now={workplace} none />}
    </CommandForm>
  );
};
