import { useDeferredValue } from 'react';
import { useAsk } from '../graph/ask.ts';
import { placements } from '../texts/placements.ts';
import { workplaces } from '../texts/workplaces.ts';
import { RadioField, TextField } from '../ui/fields.tsx';
import type { FormState } from '../ui/use-form.ts';
import { useKept } from '../ui/use-kept.ts';
import { shortNumber } from '../ui/numbers.ts';
import { type WorkplaceKind, WorkplacesToAssignDocument } from './workplaces.generated.ts';

// A type, not an interface: forms are records.
// oxlint-disable-next-line typescript/consistent-type-definitions
export type WithWorkplace = { workplaceId: string; workplaceName: string };

interface WorkplaceFieldProps<F extends WithWorkplace> {
  form: FormState<F>;
  kinds: readonly WorkplaceKind[];
  /** On which what is free is told. */
  day: string;
  /** The one that it is now, and the choice of none. */
  now?: { id: string; name: string } | null;
  none?: boolean;
}

/** Finds a workplace by a part of its name; those found are choices, with what is free beside each. */
export function WorkplaceField<F extends WithWorkplace>({ form, kinds, day, now = null, none = false }: WorkplaceFieldProps<F>) {
  const name = useDeferredValue(form.values.workplaceName.trim());
  const { data, refreshing } = useAsk(WorkplacesToAssignDocument, { variables: { from: day, kinds: [...kinds], name: name === '' ? null : name } });
  const board = data?.workplaceBoard;
  const found = (board?.nodes ?? []).map(({ workplace, cells }) => ({
    value: workplace.id,
    label: placements.place(`${workplace.name}, ${workplace.location}`, workplaces.free(shortNumber(cells[0]?.freeHours ?? 0))),
  }));
  const own = now !== null && found.every(({ value }) => value !== now.id) ? [{ value: now.id, label: now.name }] : [];
  const choices = useKept([...own, ...found], form.values.workplaceId);
  return (
    <div className="found" aria-busy={refreshing}>
      <TextField form={form} name="workplaceName" type="search" label={workplaces.search} hint={workplaces.searchHint} optional />
      <p className="small" role="status">
        {board && (board.pageInfo.hasNextPage ? workplaces.foundMore(found.length) : workplaces.found(found.length))}
      </p>
      <RadioField
        form={form}
        name="workplaceId"
        label={placements.workplace}
        choices={[...choices, ...(none ? [{ value: '', label: placements.takeAway }] : [])]}
      />
    </div>
  );
}
