import { DayScalar } from '@werkplein/kernel';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { Colleague } from '../contact-plans/contact-plan.rules.ts';
import type { WarningKind } from './warnings.rules.ts';

const kinds = {
  BLOCKED: 0,
  NO_UNSOLICITED_MAIL: 0,
  PERSON_DO_NOT_CONTACT: 0,
  ACCOUNT_OF_ANOTHER: 0,
  CLOSED_ACCOUNT: 0,
  COOL_DOWN: 0,
  POSSIBLE_DUPLICATE: 0,
  MERGE_CAN_BE_UNDONE: 0,
} satisfies Record<WarningKind, 0>;
export const EmployerWarningKind = Object.fromEntries(Object.keys(kinds).map((name) => [name, name])) as Record<WarningKind, WarningKind>;
registerEnumType(EmployerWarningKind, {
  name: 'EmployerWarningKind',
  description: 'What to know before one approaches an employer. The same rules as planContact, for someone who asks today.',
  valuesConfig: {
    BLOCKED: { description: 'Nobody approaches it.' },
    NO_UNSOLICITED_MAIL: { description: 'It wants no unsolicited post (KvK).' },
    PERSON_DO_NOT_CONTACT: { description: 'Contact persons here asked not to be contacted; `contactPersons` says who.' },
    ACCOUNT_OF_ANOTHER: { description: 'A key account of someone else: `holder`.' },
    CLOSED_ACCOUNT: { description: 'Only its account team approaches it.' },
    COOL_DOWN: { description: 'Another organisation approached it a short time ago; `until` is the last day of rest for you.' },
    POSSIBLE_DUPLICATE: { description: 'It may be the same as `employers`, and nobody has decided or merged yet.' },
    MERGE_CAN_BE_UNDONE: { description: '`employers` was merged into it; a coordinator can undo that up to and including `until`.' },
  },
});

@ObjectType({ description: 'Something to know before one approaches an employer.' })
export class EmployerWarning {
  @Field(() => EmployerWarningKind) kind!: WarningKind;
  @Field(() => String, { description: 'For people, in Dutch.' }) message!: string;
  @Field(() => DayScalar, { nullable: true, description: 'The last day on which it holds; null when no day ends it.' }) until!: string | null;
  holder!: Colleague | null;
  organisationCodes!: string[];
  employerIds!: string[];
}
