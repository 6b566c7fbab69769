import { fieldRules, fieldsWithoutRule } from '@werkplein/kernel';
import { describe, expect, it } from 'vitest';
import { guarded } from './graph.ts';
import { readRules } from './rules.ts';

const rules = readRules();

describe('the rule of each field', () => {
  it.each([...guarded.keys()])('stands in the built schema of %s for every field, and in the committed tables', (name) => {
    const { schema, actions } = guarded.get(name) as NonNullable<ReturnType<typeof guarded.get>>;
    const effective = fieldRules(schema, actions);
    expect(effective.size).toBeGreaterThan(10);
    expect(fieldsWithoutRule(schema, effective), 'give the field @Guard, or the field or reference that leads to its type').toEqual([]);
    expect(new Map([...effective].map(([field, rule]) => [field, rule.actions]))).toEqual(rules.get(name)?.fields);
    expect(new Map([...actions].map(([coordinate, action]) => [coordinate, action.name]))).toEqual(rules.get(name)?.guards);
    for (const action of actions.values()) expect(rules.get(name)?.grants.get(action.name), `grants of ${action.name}`).toEqual(action.grants);
    for (const action of actions.values()) expect(rules.get(name)?.purposes.get(action.name), `purposes of ${action.name}`).toEqual(action.purposes);
  });
});
