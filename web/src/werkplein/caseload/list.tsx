import { texts } from '../../texts.ts';
import { firstWords } from '../../texts/werkplein-first.ts';
import { doelgroepValue, named } from '../../texts/werkplein-names.ts';
import { dayText } from '../../ui/dates.ts';
import { Empty } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { DossierBadge } from '../parts/badges.tsx';
import { ClientLink } from '../parts/client-link.tsx';
import { DueDay } from '../parts/day.tsx';
import type { CaseloadQuery } from './caseload.werkplein.generated.ts';

const { caseload: words } = firstWords;

/** A client as a list shows one. */
export type CaseloadRow = NonNullable<NonNullable<CaseloadQuery['wierden']>['clients']>['nodes'][number];

/** The doelgroep in short: the grondslag, and what else is said of it. */
const doelgroepText = (doelgroep: CaseloadRow['doelgroep']): string => {
  if (!doelgroep) return texts.common.unknown;
  const { grondslag, beschut, doelgroepregister, doelgroepLks } = doelgroep;
  return [
    grondslag === null ? words.noGrondslag : named(doelgroepValue, grondslag),
    ...(beschut === null || beschut === 'GEEN' ? [] : [words.beschut(named(doelgroepValue, beschut).toLowerCase())]),
    ...(doelgroepregister === 'JA' ? [words.inRegister] : []),
    ...(doelgroepLks === 'JA' ? [words.lks] : []),
  ].join(', ');
};

/** What has a day first: the next step of the dossier or the evaluation of the plan. */
const Waits = ({ row: { dossier, plan } }: { row: CaseloadRow }) => {
  const days = [
    ...(dossier?.dueOn ? [{ day: dossier.dueOn, what: words.nextStep }] : []),
    ...(plan?.evaluateOn ? [{ day: plan.evaluateOn, what: words.evaluation }] : []),
  ].toSorted((a, b) => a.day.localeCompare(b.day));
  const [first] = days;
  if (!first) return <span className="small">{words.nothingWaits}</span>;
  return (
    <span>
      {first.what}: <DueDay day={first.day} />
    </span>
  );
};

const columns = (everyone: boolean): Column<CaseloadRow>[] => [
  { header: words.name, heads: true, cell: (row) => <ClientLink client={row} /> },
  { header: words.birthDate, cell: ({ birthDate }) => (birthDate === null ? texts.common.unknown : dayText(birthDate)) },
  { header: words.status, cell: ({ dossier }) => (dossier ? <DossierBadge status={dossier.status} /> : texts.common.unknown) },
  { header: words.doelgroep, cell: ({ doelgroep }) => doelgroepText(doelgroep) },
  ...(everyone ? [{ header: words.klantregisseur, cell: ({ klantregisseur }: CaseloadRow) => klantregisseur?.name ?? words.nobody }] : []),
  { header: words.waits, cell: (row) => <Waits row={row} /> },
];

/** Clients in rows, each leading to its page. */
export const CaseloadTable = ({ rows, everyone }: { rows: readonly CaseloadRow[]; everyone: boolean }) =>
  rows.length === 0 ? (
    <Empty>{words.empty}</Empty>
  ) : (
    <DataTable caption={words.list} hideCaption columns={columns(everyone)} rows={rows} keyOf={({ id }) => id} />
  );
