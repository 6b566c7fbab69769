import { Kind, type ObjectTypeDefinitionNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { judgement } from './external-judge.ts';
import { guarded } from './graph.ts';

// Apollo's gateway cannot enforce these directives; its composer can check them. Nobody here wrote that check.

describe("our rules as Apollo's access directives", () => {
  it('compose without a complaint, and no rule is lost on the way', () => {
    const { codes, supergraphSdl } = judgement();
    expect(codes).toEqual([]);
    const types = parse(supergraphSdl ?? '').definitions.filter((node): node is ObjectTypeDefinitionNode => node.kind === Kind.OBJECT_TYPE_DEFINITION);
    const policies = new Map<string, string>(
      types.flatMap((type) =>
        (type.fields ?? []).map((field) => [`${type.name.value}.${field.name.value}`, JSON.stringify(field.directives)] as [string, string]),
      ),
    );
    for (const { actions } of guarded.values())
      for (const [coordinate, { name }] of actions)
        if (policies.has(coordinate)) expect(policies.get(coordinate), `the policy of ${coordinate}`).toContain(`"value":"${name}"`);
    expect(policies.get('AlmeloClient.placements')).toContain('"value":"placements.viewByClient"');
  });

  it.each([
    [
      'a rule on an interface, which binds nobody',
      'almelo',
      (sdl: string) => sdl.replace('interface Client {', 'interface Client @policy(policies: [["client.read"]]) {'),
      'AUTH_REQUIREMENTS_APPLIED_ON_INTERFACE',
    ],
    [
      'a field that needs a guarded one and is open itself',
      'nuo',
      (sdl: string) => {
        const at = sdl.indexOf('type AlmeloClient implements Client');
        const opened = sdl.slice(at).replace('{', '{\n  bsn: String @external\n  hint: String @requires(fields: "bsn")');
        const absent = ['"@external"', '"@requires"'].filter((directive) => !sdl.includes(directive)).map((directive) => `${directive}, `);
        return `${sdl.slice(0, at)}${opened}`
          .replace('import: [', `import: [${absent.join('')}`)
          .replace(/\bscalar PhoneNumber\b/, 'scalar Bsn\nscalar PhoneNumber')
          .replace('bsn: String @external', 'bsn: Bsn @external');
      },
      'MISSING_TRANSITIVE_AUTH_REQUIREMENTS',
    ],
  ])('finds %s', (_, subgraph, fault, code) => {
    const { codes } = judgement((name, sdl) => (name === subgraph ? fault(sdl) : sdl));
    expect(codes.map(([each]) => each)).toContain(code);
  });
});
