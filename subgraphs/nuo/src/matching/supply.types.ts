import type { Supply } from '@werkplein/matching';
import { Directive, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { OccupationType } from '../vacancies/vacancy.types.ts';

// No descriptions: the Werkpleinen declare these types too, and the texts of two subgraphs must be the same.

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
  @Field(() => Boolean, { nullable: true }) inDoelgroepregister!: boolean | null;
}

const facts =
  'occupations { code text } hoursMin hoursMax postcode4 maxTravelKm workingLevel drivingLicences needsAdaptation needsGuidance inDoelgroepregister';

/** What the Werkplein knows of a candidate reaches the NUO as the key of this, only in a query that asks for matches, and is not kept. */
@ObjectType()
@Directive(`@key(fields: "candidateId facts { ${facts} }")`)
@Directive('@shareable')
export class CandidateSupply {
  @Directive('@inaccessible')
  @Field(() => ID)
  candidateId!: string;
  @Directive('@inaccessible')
  @Field(() => SupplyFacts)
  facts!: Supply;
}
