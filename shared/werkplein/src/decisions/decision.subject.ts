import type { SubjectTable } from '@werkplein/kernel';
import { In } from 'typeorm';
import { ofFile } from '../clients/file-closed.ts';
import { DecisionRow } from './decision.entity.ts';

export const decisionSubject: SubjectTable = {
  entity: DecisionRow,
  ...ofFile,
  title: 'Besluiten',
  // Decisions refer to each other; the rows that go let go first.
  before: async ({ em }, ids) => {
    await em.update(DecisionRow, { revisesId: In([...ids]) }, { revisesId: null });
    await em.update(DecisionRow, { extendsId: In([...ids]) }, { extendsId: null });
  },
  labels: {
    id: 'Nummer',
    kind: 'Soort',
    outcome: 'Uitkomst',
    appliedOn: 'Aangevraagd op',
    decideBy: 'Uiterlijk te besluiten op',
    decidedOn: 'Besloten op',
    startsOn: 'Ingang',
    endsOn: 'Einde',
    legalBasis: 'Wettelijke grondslag',
    parameterSet: 'Parameterset',
    loonwaardeId: 'Nummer van de loonwaardebepaling',
    forfait: 'Forfait',
    monthlyCents: 'Bedrag per maand in eurocenten',
    extendsId: 'Verlengt besluit',
    revisesId: 'Herziet besluit',
    documentRef: 'Document',
    publishedAt: 'Bekendgemaakt op',
  },
  hidden: ['clientId', 'chainId', 'decidedBy'],
};
