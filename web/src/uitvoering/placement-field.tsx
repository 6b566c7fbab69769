import { useAsk } from '../graph/ask.ts';
import { texts } from '../texts.ts';
import { placements } from '../texts/placements.ts';
import { uitvoering } from '../texts/uitvoering.ts';
import { learning } from '../texts/workplaces.ts';
import { dayText } from '../ui/dates.ts';
import { SelectField } from '../ui/fields.tsx';
import type { FormState } from '../ui/use-form.ts';
import { type PlacementKind, PlacementsOfParticipantDocument } from './learning.generated.ts';

const { kinds } = uitvoering;

/** A placement of somebody, in a line. */
export const placementLabel = ({ kind, startsOn, employer }: { kind: PlacementKind; startsOn: string; employer: { name: string } | null }): string =>
  `${kinds[kind]}, ${employer?.name ?? placements.inside}, ${dayText(startsOn)}`;

// A type, not an interface: forms are records.
// oxlint-disable-next-line typescript/consistent-type-definitions
type WithPlacement = { placementId: string };

/** One of the placements of a participant, or none. */
export function PlacementField<F extends WithPlacement>({ form, participantId }: { form: FormState<F>; participantId: string }) {
  const { data } = useAsk(PlacementsOfParticipantDocument, { variables: { id: participantId } });
  const choices = (data?.participant?.placements?.nodes ?? []).map((placement) => ({ value: placement.id, label: placementLabel(placement) }));
  return <SelectField form={form} name="placementId" label={learning.placement} choices={choices} empty={texts.common.none} optional />;
}
