export * from './codes.ts';
export { patterns } from './common.shapes.ts';
export type * from './messages.ts';
export { profileShapes } from './profile.shapes.ts';
export { type Repair, repairs } from './repairs.ts';
export type { Shape, Shapes } from './shape.ts';
export { vacancyShapes } from './vacancy.shapes.ts';
export { type MessageKind, problemsOf, repairedShapes, validator } from './validate.ts';
