import { nest, repeat } from './limits.ts';

// Documents that hang or kill a gateway without limits, and the ways around them. They are of the tiny subgraphs.

const close = (levels: number): string => ' }'.repeat(levels);
const turns = (levels: number, inner = 'id'): string => `{ ${nest('placements { client', levels, inner)}${close(levels)} }`;
/** Each level spreads the next one twice: 2^levels fields from a few lines. */
export const doubled = (levels: number, body: (next: string) => string, end: string, on = 'Employer', root = 'employers'): string =>
  `{ ${root} { ...F0 } } ${repeat(levels, (n) => `fragment F${n} on ${on} { ${body(`...F${n + 1}`)} }`)} fragment F${levels} on ${on} { ${end} }`;
export const deepList = (levels: number): string => `${'['.repeat(levels)}1${']'.repeat(levels)}`;
const deepObject = (levels: number): string => `${'{a:'.repeat(levels)}1${'}'.repeat(levels)}`;

const TOO_COMPLEX = 'TOO_COMPLEX';
const [INVALID, UNPARSED] = ['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED'];

export const hostileDocuments: [name: string, code: string, query: string, more?: object][] = [
  ['three turns of the interface cycle, in 64 bytes', TOO_COMPLEX, '{placements{client{placements{client{placements{client{id}}}}}}}'],
  ['10 turns', TOO_COMPLEX, turns(10)],
  ['15 turns', TOO_COMPLEX, turns(15)],
  ['25 turns', TOO_COMPLEX, turns(25)],
  ['turns that an alias hides', TOO_COMPLEX, '{a:placements{b:client{c:placements{d:client{e:placements{f:client{id}}}}}}}'],
  [
    'turns that a fragment hides',
    TOO_COMPLEX,
    '{placements{client{...A}}} fragment A on Client{placements{client{...B}}} fragment B on Client{placements{client{id}}}',
  ],
  ['turns through concrete types', TOO_COMPLEX, '{placements{client{... on AlmeloClient{placements{client{... on WierdenClient{placements{client{id}}}}}}}}}'],
  ['list fragments, depth 8', TOO_COMPLEX, doubled(8, (next) => `a: placements { client { id } } ${next} b: placements { client { id } } ${next}`, 'id')],
  ['object fragments, 2^14', TOO_COMPLEX, doubled(14, (next) => `${next} name ${next}`, 'id')],
  ['object fragments, 2^17', TOO_COMPLEX, doubled(17, (next) => `${next} name ${next}`, 'id')],
  ['object fragments, 2^60', TOO_COMPLEX, doubled(60, (next) => `${next} name ${next}`, 'id')],
  ['interface fragments, 2^9', TOO_COMPLEX, doubled(9, (next) => `${next} placements { id } ${next}`, 'id', 'Client', 'client(id: "1")')],
  ['fragments that spread themselves', INVALID, '{ employers { ...A } } fragment A on Employer { ...B } fragment B on Employer { ...A }'],
  ['a fragment that spreads itself a level down', INVALID, '{ placements { ...A } } fragment A on Placement { client { placements { ...A } } }'],
  ['100 root aliases', TOO_COMPLEX, `{ ${repeat(100, (n) => `a${n}: employers { id }`)} }`],
  ['1,000 root aliases', TOO_COMPLEX, `{ ${repeat(1000, (n) => `a${n}: placements { client { id } }`)} }`],
  ['aliases of __typename', TOO_COMPLEX, `{ ${repeat(500, (n) => `a${n}: __typename`)} }`],
  ['800 inline fragments on an abstract type', TOO_COMPLEX, `{ client(id: "1") { ${repeat(800, () => '... on Client { id }')} } }`],
  ['20,000 fields of one name', TOO_COMPLEX, `{ ${'me '.repeat(20_000)} }`],
  ['50 x 50 inline fragments', TOO_COMPLEX, `{ ${repeat(50, () => `... on Query { ${'... on Query { employers { id } } '.repeat(50)} }`)} }`],
  ['a selection 4,000 deep', TOO_COMPLEX, `${'{a'.repeat(4000)}${'}'.repeat(4000)}`],
  ['a list 900 deep as an argument', INVALID, `{ client(id: ${deepList(900)}) { id } }`],
  ['an object 600 deep as an argument', TOO_COMPLEX, `{ client(id: ${deepObject(600)}) { id } }`],
  ['a type 900 deep of a variable', INVALID, `query ($a: ${'['.repeat(900)}Int${']'.repeat(900)}) { me { id } }`],
  ['500 unknown directives', TOO_COMPLEX, `{ me { id ${'@aa '.repeat(1000)} } }`],
  ['100 unknown directives', INVALID, `{ me { id ${'@aa '.repeat(100)} } }`],
  ['400 unknown fields', INVALID, `{ ${repeat(400, (n) => `x${n}`)} }`],
  ['400 variables', INVALID, `query (${repeat(400, (n) => `$a${n}: Int`)}) { me { id } }`],
  ['400 fragments that nothing uses', TOO_COMPLEX, `{ me { id } } ${repeat(400, (n) => `fragment F${n} on Query { __typename }`)}`],
  ['200 fragments that nothing uses', INVALID, `{ me { id } } ${repeat(200, (n) => `fragment F${n} on Query { __typename }`)}`],
  ['100 operations', 'OPERATION_RESOLUTION_FAILURE', repeat(100, (n) => `query Q${n} { me { id } }`)],
  ['an operation that is not there', 'OPERATION_RESOLUTION_FAILURE', 'query A { me { id } }', { operationName: 'B' }],
  ['an operation named like a property of every object', 'OPERATION_RESOLUTION_FAILURE', 'query A { me { id } }', { operationName: '__proto__' }],
  ['80 KB of comments', UNPARSED, '#'.repeat(80_000)],
  ['90 KB of one name', INVALID, `{ ${'a'.repeat(90_000)} }`],
  ['a block string of 90 KB', INVALID, `{ client(id: """${' \\n'.repeat(20_000)}""", x: 1) { id } }`],
  ['a string that does not end', UNPARSED, `{ client(id: "${'a'.repeat(90_000)}`],
  ['a schema', INVALID, 'type Query { a: Int }'],
  ['a subscription', 'OPERATION_RESOLUTION_FAILURE', 'subscription { employers { id } }'],
  ['an aliased prototype', INVALID, '{ __proto__: employers { constructor: nothing } }'],
  ['a field named like a property of every object', INVALID, '{ constructor { prototype } }'],
  ['two commands behind aliases', 'ONE_COMMAND', 'mutation { almelo { a: end b: end } }'],
  ['the door of the subgraphs', INVALID, '{ _service { sdl } _entities(representations: []) { __typename } }'],
  ['a ring of 100 fragments', INVALID, `{ employers { ...F0 } } ${repeat(100, (n) => `fragment F${n} on Employer { ...F${(n + 1) % 100} }`)}`],
  [
    'a chain of 300 fragments',
    TOO_COMPLEX,
    `{ employers { ...F0 } } ${repeat(300, (n) => `fragment F${n} on Employer { id ...F${n + 1} }`)} fragment F300 on Employer { id }`,
  ],
  ['a fragment on Query in itself', INVALID, '{ ...F } fragment F on Query { __typename ...F }'],
  ['a fragment on what is no type', INVALID, '{ employers { ...F } } fragment F on Nothing { id }'],
  ['a fragment on a scalar', INVALID, '{ employers { ...F } } fragment F on ID { id }'],
  ['one name for two things, 60 times', INVALID, `{ ${repeat(60, () => 'a: me { id } a: employers { id }')} }`],
  [
    'one name for two things, four levels down, 40 times',
    INVALID,
    `{ ${repeat(40, (n) => `employers { placements { client { x: ${n % 2 ? 'id' : 'name'} } } }`)} }`,
  ],
  ['200 times the same three levels', TOO_COMPLEX, `{ ${repeat(200, () => '... on Query { employers { placements { id } } }')} }`],
  [
    'all types of an interface at each of three turns',
    TOO_COMPLEX,
    `{ placements { client { ${repeat(2, (n) => `... on ${n ? 'Wierden' : 'Almelo'}Client { placements { client { ${repeat(2, (m) => `... on ${m ? 'Wierden' : 'Almelo'}Client { placements { client { id } } }`)} } } }`)} } } }`,
  ],
  [
    'interface fragments, 2^20',
    TOO_COMPLEX,
    doubled(20, (next) => `... on Client { ${next} } ... on AlmeloClient { ${next} }`, 'id', 'Client', 'client(id: "1")'),
  ],
  [
    'turns behind fragments without a type',
    TOO_COMPLEX,
    `{ placements { ... { client { ... { placements { ... { client { ... { placements { client { id } } } } } } } } } } }`,
  ],
  ['400 aliases of one field', TOO_COMPLEX, `{ employers { ${repeat(400, (n) => `a${n}: id`)} } }`],
  ['40 root fields', TOO_COMPLEX, `{ ${repeat(40, (n) => `a${n}: me { id }`)} }`],
  ['60 commands behind aliases', 'ONE_COMMAND', `mutation { almelo { ${repeat(15, (n) => `a${n}: end`)} } }`],
  ['commands of two organisations', 'ONE_COMMAND', 'mutation { almelo { end } nuo { plan } }'],
  [
    'the schema, five turns deep',
    INVALID,
    '{ __schema { types { fields { type { fields { type { fields { type { fields { type { fields { name } } } } } } } } } } } }',
  ],
  ['an input with one name 300 times', INVALID, `{ client(id: { ${repeat(300, () => 'a: 1')} }) { id } }`],
  ['a default 400 deep of a variable', INVALID, `query ($a: ID = ${deepList(400)}) { client(id: $a) { id } }`],
  [
    'a variable named like a property of every object',
    'BAD_USER_INPUT',
    'query ($__proto__: ID!) { client(id: $__proto__) { id } }',
    { variables: { constructor: 'x' } },
  ],
  ['a condition said 100 times', INVALID, `{ me { id ${'@skip(if: false) '.repeat(100)} } }`],
  ['an answer in pieces', INVALID, '{ ... @defer { me { id } } employers @stream { id } }'],
  ['two operations of one name', INVALID, 'query A { me { id } } query A { me { id } }'],
  ['50,000 braces', UNPARSED, '{'.repeat(50_000)],
  ['90 KB of commas', UNPARSED, ','.repeat(90_000)],
  ['a number of 90 KB', INVALID, `{ client(id: "1", x: ${'9'.repeat(90_000)}) { id } }`],
  ['half a character', UNPARSED, '{ client(id: "\\uD800") { id } }'],
  ['a character that is none', UNPARSED, '{ client(id: "\\u{110000}") { id } }'],
  ['letters of another script as a name', UNPARSED, '{ \u0435mployers { id } }'],
  ['text that turns its direction', UNPARSED, '{ employers \u202E { id } }'],
  ['rows without end', TOO_COMPLEX, `{ ${repeat(11, (n) => `a${n}: employers { placements { id } }`)} }`],
];
