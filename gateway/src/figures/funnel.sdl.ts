import { funnelStageCodes, funnelStages } from '@werkplein/indicators';

/** How far people of a cohort came. */
export const funnelSdl = `
"How far people came of whom the dossier was opened in a period."
enum FunnelStageCode {
${funnelStageCodes.map((code) => `  "${funnelStages[code].label}."\n  ${code}`).join('\n')}
}

"One stage: how many people of the cohort ever reached it until the day that is looked at."
type FunnelStage {
  code: FunnelStageCode!
  "In Dutch."
  label: String!
  "Null when its source did not answer, or when it is too small to show; never zero for what is not known."
  count: Int
  "Too few people to show, beside the stage before it."
  suppressed: Boolean!
}

"The people of one municipality whose dossier was opened in a period, and how far they came: a cohort, not what happened in that period."
type Funnel {
  municipality: MunicipalityCode!
  from: Date!
  until: Date!
  measuredOn: Date!
  knownAt: DateTime!
  settled: Boolean!
  complete: Boolean!
  missingSources: [String!]!
  stages: [FunnelStage!]!
}
`;

export const funnelQueries = `
  "Funnel of the people whose dossier was opened from \`from\` to \`until\`, such as a quarter. \`measuredOn\` is today unless given, and not later than \`knownAt\`."
  funnel(municipality: MunicipalityCode!, from: Date!, until: Date!, measuredOn: Date, knownAt: DateTime): Funnel
`;
