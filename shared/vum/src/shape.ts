/** A JSON Schema (draft 2020-12) or a part of one. */
export type Shape = Readonly<Record<string, unknown>>;
export type Shapes = Readonly<Record<string, Shape>>;

export const text = (maxLength: number): Shape => ({ type: 'string', maxLength });
export const like = (pattern: string, maxLength?: number): Shape => ({ type: 'string', pattern, ...(maxLength !== undefined && { maxLength }) });
export const whole = (minimum: number, maximum: number): Shape => ({ type: 'integer', minimum, maximum });
export const oneOf = (...codes: (string | number)[]): Shape => ({ type: typeof codes[0] === 'string' ? 'string' : 'integer', enum: codes });
export const day: Shape = { type: 'string', format: 'date' };
export const list = (items: Shape): Shape => ({ type: 'array', items });
export const shape = (name: string): Shape => ({ $ref: `#/$defs/${name}` });
export const object = (properties: Shapes, required: readonly string[] = []): Shape => ({ type: 'object', properties, required });

/** The published way to say "one of": each variant refers back to the union it is in. */
export const union = (...variants: string[]): Shape => ({ type: 'object', oneOf: variants.map(shape) });
export const variantOf = (parent: string, properties: Shapes): Shape => ({ type: 'object', allOf: [shape(parent), object(properties)] });
