import { colours, unknownReasons } from '@werkplein/indicators';

const values = (texts: Readonly<Record<string, string>>): string =>
  Object.entries(texts)
    .map(([value, text]) => `  "${text}"\n  ${value}`)
    .join('\n');

const progressFields = `
  "Last day that is looked at."
  measuredOn: Date!
  knownAt: DateTime!
  "Of the terms that were known to hold then; null when none were."
  versionNumber: Int
  target: Float
  targetText: String
  "Null when it cannot be told; never zero for what is not known."
  value: Float
  "The value in Dutch, with its unit, or why there is none."
  text: String!
  complete: Boolean!
  missingSources: [String!]!
  "What the year comes to; null when that cannot be said."
  forecast: Float
  forecastText: String
  colour: AgreementColour!
  "Why the colour is not known; null when it is."
  why: AgreementUnknown
  "The same in Dutch."
  whyText: String`;

/** What the gateway adds to agreements and reports of the NUO: what several sources together know of them. */
export const steeringSdl = `
"How an agreement goes, by what the year comes to and its limits."
enum AgreementColour {
${values(colours)}
}

"Why there is no colour."
enum AgreementUnknown {
${values(unknownReasons)}
}

enum AgreementDirection {
  HIGHER
  LOWER
  EXACT
}

type AgreementVersion {
  number: Int! @external
  target: Float! @external
  direction: AgreementDirection! @external
  amberBeyond: Float! @external
  redBeyond: Float! @external
  definitionVersion: Int! @external
  establishedAt: DateTime @external
}

type ManualValue {
  measuredOn: Date! @external
  value: Float! @external
  recordedAt: DateTime! @external
  replacedAt: DateTime @external
}

type PerformanceAgreement @key(fields: "id") {
  id: ID!
  year: Int! @external
  municipality: MunicipalityCode! @external
  indicator: String! @external
  versions: [AgreementVersion!]! @external
  manualValues: [ManualValue!]! @external
  "How it goes: computed from facts, never typed. Until today unless given, and as known now; who sees aggregates only asks of the end of a quarter."
  progress(measuredOn: Date, knownOn: DateTime): AgreementProgress @requires(fields: "year municipality indicator versions { number target direction amberBeyond redBeyond definitionVersion establishedAt } manualValues { measuredOn value recordedAt replacedAt }")
}

type AgreementProgress {${progressFields}
  "The figure itself, with its facts; null for what is recorded by hand."
  realised: Figure
}

"What was frozen of one agreement."
type ReportedProgress {${progressFields}
  "Version of the definition of the indicator."
  definitionVersion: Int!
}

"One agreement in a report: as it was reported, and as it is known today of the same day."
type ReportLine {
  indicator: String!
  title: String!
  unit: FigureUnit!
  agreement: PerformanceAgreement
  reported: ReportedProgress!
  "Null when the agreement or its sources cannot be reached now."
  today: AgreementProgress
  "Today's value less the reported one; null when one of them is not known."
  difference: Float
  "The same in Dutch, with its unit."
  differenceText: String
}

type QuarterReport @key(fields: "id") {
  id: ID!
  document: String! @external
  lines: [ReportLine!] @requires(fields: "document")
}

input FreezeReportInput {
  requestId: String!
  municipality: MunicipalityCode!
  year: Int!
  "1 to 4; it must be over."
  quarter: Int!
  "As it was known at this instant, some seconds ago or longer; the last that is settled unless given."
  knownOn: DateTime
  "Freeze it although a source is missing, with a \`reason\`; the report says which."
  acceptMissing: Boolean! = false
  "Freeze another edition of a report that is there, with a \`reason\`; the earlier one stays."
  replace: Boolean! = false
  "Up to 300 characters; needed with \`acceptMissing\` and \`replace\`."
  reason: String
}

"The report is frozen."
type ReportFrozen {
  report: QuarterReport
}

"The quarter has a report already."
type ReportExists {
  report: QuarterReport
}

"Sources are missing; nothing was frozen. Try again later, or accept it with a reason."
type ReportIncomplete {
  missingSources: [String!]!
}

"Nothing was agreed for that year by then; there is nothing to report."
type ReportWithoutAgreements {
  year: Int!
}

union FreezeReportResult = ReportFrozen | ReportExists | ReportIncomplete | ReportWithoutAgreements

"Commands that need several organisations, so that the gateway carries them out; what they leave is kept by the NUO."
type ReportCommands {
  "Freezes the report of a quarter: every agreement with what was realised, as known at one instant."
  freezeReport(input: FreezeReportInput!): FreezeReportResult
}

type Mutation {
  reports: ReportCommands!
}
`;
