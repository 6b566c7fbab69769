import { Directive, Field, FieldResolver, ID, InterfaceType, ObjectType, Query, Resolver } from 'type-graphql';
import { describe, expect, it } from 'vitest';
import { buildSubgraph, type Reference } from '../server/schema.ts';
import { fieldRules, fieldsWithoutRule } from './field-rules.ts';
import { action, Guard, grant } from './index.ts';

const see = action('thing.see', 'See things', grant('all', 'nuo.coordinator'));
const seeSecret = action('thing.seeSecret', 'See their secrets', grant('all', 'nuo.privacyofficer'));
const reference = (key = 'id'): Reference => ({ action: see, key, load: async (_, value) => ({ [key]: value }) });

@ObjectType('Contributed')
@Directive('@interfaceObject')
@Directive('@key(fields: "id")')
class Contributed {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true }) open!: string | null;
}

@ObjectType('Entity')
@Directive('@key(fields: "id")')
class Entity {
  @Field(() => ID) id!: string;
}

@ObjectType('HandedOver')
@Directive('@key(fields: "id", resolvable: false)')
class HandedOver {
  @Field(() => ID) id!: string;
}

@InterfaceType({ autoRegisterImplementations: false })
abstract class Person {
  @Guard(seeSecret)
  @Field(() => String, { nullable: true })
  secret!: string | null;
  @Field(() => String, { nullable: true }) number!: string | null;
}

@Resolver(() => Person)
class PersonFields {
  @Guard(seeSecret)
  @FieldResolver(() => String, { nullable: true })
  number(): null {
    return null;
  }
}

@ObjectType({ implements: Person })
class Heir {}

// type-graphql takes the decorators of the class that declares a field last; the interface's are dropped without a word.
@ObjectType({ implements: Person })
class Redeclaring {
  @Field(() => String, { nullable: true }) secret!: string | null;
  @Field(() => String, { nullable: true }) number!: string | null;
}

@ObjectType()
class Detail {
  @Field(() => String) text!: string;
}

@Resolver(() => Heir)
class HeirFields {
  @Guard(see)
  @Query(() => Heir, { nullable: true })
  heir(): null {
    return null;
  }
  @Guard(seeSecret)
  @FieldResolver(() => Detail, { nullable: true })
  detail(): null {
    return null;
  }
}

const build = (orphanedTypes: Function[], references: Record<string, Reference> = {}) =>
  buildSubgraph({ resolvers: [HeirFields, PersonFields], orphanedTypes, references });

describe('a subgraph does not start', () => {
  it.each<[string, Function[], Record<string, Reference>, string]>([
    ['with a field added to an interface of others, without an action', [Contributed], { Contributed: reference() }, 'Contributed.open has no action'],
    ['with an entity that @apollo/subgraph would answer from what the caller claims', [Entity], {}, 'Entity has a key and no reference'],
    ['nor with one that it only hands over', [HandedOver], {}, 'HandedOver has a key and no reference'],
    ['with a reference to no type', [], { Nothing: reference() }, 'There is a reference for Nothing'],
    ['with a field that lost its decorator because the class declares it again', [Redeclaring], {}, 'Redeclaring.secret lost the action of Person.secret'],
    ['with one that lost the guard of its resolver in that way', [Redeclaring], {}, 'Redeclaring.number lost the action of Person.number'],
  ])('%s', (_, types, references, message) => {
    expect(() => build(types, references)).toThrow(message);
  });

  it('but starts when each of these is closed', () => {
    expect(build([Entity, Heir], { Entity: reference() }).actions.get('Entity')).toBe(see);
  });
});

describe('the effective rule of a field', () => {
  const { schema, actions } = build([Entity], { Entity: reference() });

  it('is its own action, else those of the ways to its type', () => {
    expect(Object.fromEntries(fieldRules(schema, actions))).toEqual({
      'Query.heir': { actions: ['thing.see'], way: 'own' },
      'Heir.secret': { actions: ['thing.seeSecret'], way: 'own' },
      'Heir.number': { actions: ['thing.seeSecret'], way: 'own' },
      'Heir.detail': { actions: ['thing.seeSecret'], way: 'own' },
      'Detail.text': { actions: ['thing.seeSecret'], way: 'inherited' },
      'Entity.id': { actions: ['thing.see'], way: 'inherited' },
    });
  });

  it('is missing where nothing guarded leads to the type', () => {
    const open = new Map([...actions].filter(([coordinate]) => coordinate !== 'Heir.detail' && coordinate !== 'Entity' && coordinate !== 'Query.heir'));
    const rules = fieldRules(schema, open);
    expect(fieldsWithoutRule(schema, rules).sort()).toEqual(['Detail.text', 'Entity.id', 'Heir.detail', 'Query.heir']);
  });
});
