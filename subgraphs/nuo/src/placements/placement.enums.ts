import { registerEnumType } from 'type-graphql';
import { type PlacementKindName, placementKinds } from './placement-kinds.rules.ts';
import { guidanceForms, interruptionReasons, placementResults } from './placement-states.rules.ts';

const enumOf = <S extends string>(values: readonly S[]): Record<S, S> => Object.fromEntries(values.map((value) => [value, value])) as Record<S, S>;

export const PlacementKind = enumOf(Object.keys(placementKinds) as PlacementKindName[]);
export const ResultEnum = enumOf(placementResults);
export const InterruptionReasonEnum = enumOf(interruptionReasons);
export const GuidanceFormEnum = enumOf(guidanceForms);
registerEnumType(PlacementKind, { name: 'PlacementKind' });
registerEnumType(ResultEnum, { name: 'PlacementResult', description: 'contract, verlengd, teruggekeerd, uitgevallen, doorgestroomd.' });
registerEnumType(InterruptionReasonEnum, { name: 'InterruptionReason', description: 'ziekte, seizoen, anders.' });
registerEnumType(GuidanceFormEnum, { name: 'GuidanceForm', description: 'jobcoach, interne werkbegeleider, beide.' });
