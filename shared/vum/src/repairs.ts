import { patterns } from './common.shapes.ts';
import type { Shape, Shapes } from './shape.ts';

/** What a published shape says that nobody can follow, and what is read instead. */
export interface Repair {
  readonly code: string;
  readonly defect: string;
  readonly repair: string;
  apply(shapes: Shapes): Shapes;
}

/** Every object within a shape, innermost first, as `change` makes it. */
const everywhere = (value: unknown, change: (part: Shape) => Shape): unknown => {
  if (Array.isArray(value)) return value.map((each) => everywhere(each, change));
  if (typeof value !== 'object' || value === null) return value;
  return change(Object.fromEntries(Object.entries(value).map(([key, each]) => [key, everywhere(each, change)])));
};
const inAll =
  (change: (part: Shape) => Shape) =>
  (shapes: Shapes): Shapes =>
    everywhere(shapes, change) as Shapes;

const nameIn = ({ $ref }: { $ref: string }): string => $ref.replace('#/$defs/', '');
type Variant = { allOf: [unknown, { properties: Shapes }] };

/** A union as one object with the fields of all its variants, each of which may be absent. */
const merged = (shapes: Shapes, { oneOf }: { oneOf: { $ref: string }[] }): Shape => ({
  type: 'object',
  properties: Object.assign({}, ...oneOf.map((each) => (shapes[nameIn(each)] as unknown as Variant).allOf[1].properties)) as Shapes,
});

export const repairs: readonly Repair[] = [
  {
    code: 'POSTCODE',
    defect: 'The pattern of a postcode ends in a literal "/i", so that it matches no text at all.',
    repair: 'The same pattern for capitals and small letters alike.',
    apply: inAll((part) => (part['pattern'] === patterns.publishedPostcode ? { ...part, pattern: patterns.postcode } : part)),
  },
  {
    code: 'EMAIL',
    defect: 'The pattern of an e-mail address has no end, and takes the square of the length of a text of only "@".',
    repair: 'At most 254 characters (RFC 5321), which is looked at first.',
    apply: inAll((part) => (part['pattern'] === patterns.publishedEmail ? { ...part, pattern: patterns.email } : part)),
  },
  {
    code: 'UNION',
    defect:
      'Address, occupation and education are unions whose variants refer back to the union (no end), and without required fields (every variant matches).',
    repair: 'One object with the fields of all variants.',
    apply: (shapes) =>
      Object.fromEntries(
        Object.entries(shapes).flatMap(([name, part]) => {
          if ('allOf' in part) return [];
          return [[name, 'oneOf' in part ? merged(shapes, part as never) : part]];
        }),
      ),
  },
  {
    code: 'SBI',
    defect: 'An SBI code is an integer, so that "01110" becomes 1110.',
    repair: 'Text of 4 or 5 digits is read as well; an integer is written, and read with a zero before it where one may be lost.',
    apply: (shapes) => ({
      ...shapes,
      SectorBeroepsEnBedrijfsleven: {
        type: 'object',
        properties: { codeSbi: { type: ['integer', 'string'], minimum: 0, maximum: 99_999, pattern: '^[0-9]{4,5}$' } },
      },
    }),
  },
];

export const repaired = (shapes: Shapes): Shapes => repairs.reduce((done, { apply }) => apply(done), shapes);
