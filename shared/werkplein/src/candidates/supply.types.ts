import { Directive, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { CandidateRow } from './candidate.entity.ts';
import { OccupationType } from './occupation.types.ts';

// What the NUO declares as well has no descriptions here: the texts of two subgraphs must be the same.

@ObjectType()
@Directive('@shareable')
@Directive('@inaccessible')
export class SupplyFacts {
  @Field(() => [OccupationType]) occupations!: OccupationType[];
  @Field(() => Float, { nullable: true }) hoursMin!: number | null;
  @Field(() => Float, { nullable: true }) hoursMax!: number | null;
  @Field(() => String, { nullable: true }) postcode4!: string | null;
  @Field(() => Int, { nullable: true }) maxTravelKm!: number | null;
  @Field(() => Int, { nullable: true }) workingLevel!: number | null;
  @Field(() => [String]) drivingLicences!: string[];
  @Field(() => Boolean) needsAdaptation!: boolean;
  @Field(() => Boolean) needsGuidance!: boolean;
}

const facts =
  'occupations { code text } hoursMin hoursMax postcode4 maxTravelKm workingLevel drivingLicences needsAdaptation needsGuidance inDoelgroepregister';

/** What a candidate offers, handed to the NUO within one query: there it finds vacancies. All of it is the key, for an interface cannot hand over fields of its own. */
@ObjectType()
@Directive(`@key(fields: "candidateId facts { ${facts} }", resolvable: false)`)
@Directive('@shareable')
export class CandidateSupply {
  @Directive('@inaccessible')
  @Field(() => ID)
  candidateId!: string;
  @Directive('@inaccessible')
  @Field(() => SupplyFacts)
  facts!: CandidateRow;
}
