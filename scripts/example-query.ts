/** The single employer-services view: one query, data of five organisations. */
export const exampleQuery = (first: number): string =>
  `{ employers(first: ${first}) { nodes { name kvkNumber contactMoments(last: 3) { nodes { occurredAt organisation { name } } } placements { nodes { kind client { id displayName klantregisseur { name } } } } } } }`;
