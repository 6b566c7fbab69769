import { attributions, noValueReasons, shapes, units } from '@werkplein/indicators';

const values = (texts: Readonly<Record<string, string>>): string =>
  Object.entries(texts)
    .map(([value, text]) => `  "${text}"\n  ${value}`)
    .join('\n');

/** Figures in the schema of the directory: asked at one place, computed by who owns the facts. */
export const figuresSdl = `
scalar Date
scalar DateTime

"What a value is in."
enum FigureUnit {
${values(units)}
}

"To which municipality a fact counts."
enum FigureAttribution {
${values(attributions)}
}

"Over what a figure is."
enum FigureShape {
${values(shapes)}
}

"Why a figure has no value."
enum FigureNoValue {
${values(noValueReasons)}
  "Te weinig personen om te tonen."
  SUPPRESSED
}

enum FigureSide {
  NUMERATOR
  DENOMINATOR
}

"One figure as it is agreed: what it counts, in words. A change of meaning is a new version."
type Indicator {
  code: String!
  version: Int!
  title: String!
  definition: String!
  unit: FigureUnit!
  "Digits behind the comma."
  decimals: Int!
  shape: FigureShape!
  attribution: FigureAttribution!
  "Whether the figure of all follows from those of each municipality by adding."
  additive: Boolean!
}

"One line of what a figure is made of, or of what stands beside it."
type FigureRow {
  key: String!
  label: String!
  value: Float!
  "Whether such lines add up to the numerator."
  partOfValue: Boolean!
}

"A fact that a figure counts. \`ref\` is the id of the record; who may see that record can ask for it."
type FigureFact {
  id: ID!
  kind: String!
  ref: ID!
  municipality: MunicipalityCode
  validFrom: Date!
  "Last day; null while it lasts."
  validUntil: Date
  recordedAt: DateTime!
  "How much of this side it is: the contributions of all facts of a side add up to it."
  contribution: Float!
}

"By id. Ask for the next page with \`after: endCursor\`."
type FigureFactConnection {
  nodes: [FigureFact!]!
  pageInfo: PageInfo!
}

"A figure, computed from dated facts: the same arguments give the same number for ever, once \`settled\`."
type Figure {
  indicator: Indicator!
  "Null is over all municipalities, third parties included."
  municipality: MunicipalityCode
  from: Date!
  until: Date!
  measuredOn: Date!
  "What was recorded until then counts."
  knownAt: DateTime!
  "False for some seconds, while something recorded before \`knownAt\` may still be on its way."
  settled: Boolean!
  "Null when it cannot be told; never zero for what is not known."
  value: Float
  "The value in Dutch, with its unit."
  text: String!
  noValue: FigureNoValue
  "In whole units of the facts: persons, hundredths of hours, cents."
  numerator: Float
  denominator: Float
  "False when a source did not answer or has not closed its months: see \`missingSources\`."
  complete: Boolean!
  missingSources: [String!]!
  rows: [FigureRow!]!
  "The facts behind one side; null for who sees figures only."
  facts(first: Int = 50, after: String, side: FigureSide = NUMERATOR): FigureFactConnection
}
`;

/** Root fields of figures. */
export const figuresQueries = `
  "Every indicator, with what it counts."
  indicators: [Indicator!]
  "Figures of several indicators and municipalities at once. Without \`municipalities\`: those that you may see. \`measuredOn\` is the last day of the period unless given."
  figures(indicators: [String!], municipalities: [MunicipalityCode!], total: Boolean = false, from: Date!, until: Date!, measuredOn: Date, knownAt: DateTime): [Figure!]
  "One figure; without a municipality over all."
  figure(indicator: String!, municipality: MunicipalityCode, from: Date!, until: Date!, measuredOn: Date, knownAt: DateTime): Figure
`;
