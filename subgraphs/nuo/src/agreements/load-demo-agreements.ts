import type { DemoAgreement, DemoAgreementVersion } from '@werkplein/demo';
import { steeredOf } from '@werkplein/indicators';
import { demoUsers, insertMissing, municipalities, NUO, type Principal, type WriteTx } from '@werkplein/kernel';
import { AgreementVersion, ManualValue, PerformanceAgreement } from './agreement.entity.ts';

const morning = (day: string): Date => new Date(`${day}T08:00:00.000Z`);
const afternoon = (day: string | null): Date | null => (day === null ? null : new Date(`${day}T14:00:00.000Z`));
const forNuo = demoUsers.get('nuo.coordinator') as Principal;
const forMunicipality = (code: string): Principal =>
  demoUsers.get(`${municipalities.find((each) => each.code === code)?.field}.kwaliteitsmedewerker`) as Principal;

const versionRow = ({ id: agreementId, municipality, indicator }: DemoAgreement, version: DemoAgreementVersion): AgreementVersion => {
  const { proposedOn, nuoAcceptedOn, municipalityAcceptedOn, ...terms } = version;
  const [nuoAcceptedAt, municipalityAcceptedAt] = [afternoon(nuoAcceptedOn), afternoon(municipalityAcceptedOn)];
  const by = forMunicipality(municipality);
  return {
    ...terms,
    agreementId,
    definitionVersion: steeredOf(indicator)?.version ?? 1,
    proposedAt: morning(proposedOn),
    proposedById: forNuo.employeeId,
    proposedByName: forNuo.displayName,
    proposedByOrganisation: NUO,
    nuoAcceptedAt,
    nuoAcceptedById: nuoAcceptedAt && forNuo.employeeId,
    nuoAcceptedByName: nuoAcceptedAt && forNuo.displayName,
    municipalityAcceptedAt,
    municipalityAcceptedById: municipalityAcceptedAt && by.employeeId,
    municipalityAcceptedByName: municipalityAcceptedAt && by.displayName,
    establishedAt: nuoAcceptedAt && municipalityAcceptedAt && new Date(Math.max(nuoAcceptedAt.getTime(), municipalityAcceptedAt.getTime())),
    withdrawnAt: null,
  };
};

export const writeAgreements = async (tx: WriteTx, demos: readonly DemoAgreement[]): Promise<void> => {
  const unsettled = { settledAt: null, settledById: null, settledByName: null, settlementNote: null, settledByReportId: null };
  await insertMissing(
    tx,
    PerformanceAgreement,
    demos.map(({ versions, manualValues: _, ...demo }) => ({
      ...demo,
      ...unsettled,
      proposedAt: morning(versions[0]?.proposedOn as string),
      version: 1 + versions.length,
    })),
  );
  await insertMissing(
    tx,
    AgreementVersion,
    demos.flatMap((demo) => demo.versions.map((version) => versionRow(demo, version))),
  );
  await insertMissing(
    tx,
    ManualValue,
    demos.flatMap(({ id: agreementId, manualValues }) =>
      manualValues.map(({ recordedOn, ...value }) => ({
        ...value,
        agreementId,
        recordedById: forNuo.employeeId,
        recordedByName: forNuo.displayName,
        recordedAt: morning(recordedOn),
        replacedAt: null,
      })),
    ),
  );
};
