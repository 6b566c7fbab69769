import { parseBsn, type SubjectKind, subjectRegistry, type SubjectRegistry } from '@werkplein/kernel';
import type { BsnVault } from '../bsn/index.ts';
import type { TokenMaking } from '../person-tokens/tell-person-token.ts';
import { candidateSubject } from '../candidates/candidate.subject.ts';
import { clientActivity } from '../clients/client.activities.ts';
import type { ClientRow } from '../clients/client.entity.ts';
import { clientIdsByBsn, clientRectification, clientSubject } from '../clients/client.subject.ts';
import { decisionSubject } from '../decisions/decision.subject.ts';
import { disclosureRecipients, disclosureSubject } from '../disclosures/disclosure.subject.ts';
import { doelgroepSubject } from '../doelgroep/doelgroep.subject.ts';
import { dossierStepSubject, dossierSubject } from '../dossiers/dossier.subject.ts';
import { exemptionSubjects } from '../exemptions/exemption.subject.ts';
import { ladderSubject } from '../ladder/ladder.subject.ts';
import { followUpSubject } from '../outflow/follow-up.subject.ts';
import { planEvaluationSubject, planSubject } from '../plans/plan.subject.ts';
import { loonwaardeSubject } from '../loonwaarde/loonwaarde.subject.ts';
import { personTokenSubject } from '../person-tokens/person-token.subject.ts';
import { TransferRow } from '../transfers/transfer.entity.ts';
import { transferSubject } from '../transfers/transfer.subject.ts';
import { LawParameterRow } from '../law-parameters/law-parameter.entity.ts';
import { provisionSubjects } from '../provisions/provision.subject.ts';
import { responsibilitySubject } from '../responsibility/responsibility.subject.ts';
import { SrgDeliveryRow } from '../srg/srg-delivery.entity.ts';
import { StatisticsCodeRow } from '../statistics-codes/statistics-code.entity.ts';

/** The person of whom a Werkplein holds data. A new table about clients gets an entry here, before the client itself. */
export const clientKind = (vault: BsnVault): SubjectKind => ({
  name: 'client',
  title: 'cliënt',
  tables: [
    transferSubject,
    personTokenSubject,
    planEvaluationSubject,
    planSubject,
    ladderSubject,
    followUpSubject,
    ...provisionSubjects,
    ...exemptionSubjects,
    decisionSubject,
    loonwaardeSubject,
    candidateSubject,
    doelgroepSubject,
    disclosureSubject,
    responsibilitySubject,
    dossierStepSubject,
    dossierSubject,
    clientSubject(vault),
  ],
  // Before the file was opened here the logs name the person by the transfer.
  idsOf: async ({ em }, clientId) => [clientId, ...(await em.findBy(TransferRow, { clientId, direction: 'IN' })).map(({ id }) => id)],
  accessing: (ctx) => clientActivity(ctx, 'inzage-betrokkene'),
  erasing: (ctx) => clientActivity(ctx, 'wissen-client'),
  recipients: disclosureRecipients,
  number: ({ bsnIndex }: ClientRow) => bsnIndex,
  byBsn: async (tx, bsn) => {
    const parsed = parseBsn(bsn);
    return { ids: await clientIdsByBsn(tx, vault, parsed), number: vault.index(parsed) };
  },
});

export const werkpleinRegistry = (making: TokenMaking): SubjectRegistry =>
  subjectRegistry({
    subjects: [clientKind(making.vault)],
    rectifications: [clientRectification(making)],
    impersonal: new Map<Function, string>([
      [LawParameterRow, 'Bedragen en termijnen van de wet; over niemand in het bijzonder.'],
      [StatisticsCodeRow, 'Codes van statistieken; over niemand in het bijzonder.'],
      [SrgDeliveryRow, 'Aantallen van een levering; wie erin stond, staat in het logboek van verwerkingen.'],
    ]),
  });
