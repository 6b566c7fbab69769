import { Link } from 'react-router';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { dossierStatus, dossierStep, named, outflow } from '../../texts/werkplein-names.ts';
import { dayText } from '../../ui/dates.ts';
import { Facts } from '../../ui/facts.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { clientPath } from '../parts/client-link.tsx';
import { DueDay } from '../parts/day.tsx';
import { Panel } from '../parts/panel.tsx';
import type { ClientHead } from './client.tsx';
import { Reopen } from './reopen.tsx';
import { Steps } from './steps.tsx';

const { dossier: words } = werkpleinTexts;
type Dossier = NonNullable<ClientHead['dossier']>;
type Step = Dossier['steps'][number];

const columns: Column<Step>[] = [
  { header: words.column.on, cell: ({ on }) => dayText(on) },
  { header: words.column.step, heads: true, cell: ({ step }) => named(dossierStep, step) },
  { header: words.column.to, cell: ({ to }) => named(dossierStatus, to) },
  { header: words.column.by, cell: ({ by }) => by.name },
  { header: words.column.reason, cell: ({ reason }) => reason ?? '–' },
];

const factsOf = (dossier: Dossier): [string, React.ReactNode][] => [
  [words.status, words.statusSince(named(dossierStatus, dossier.status), dayText(dossier.statusSince))],
  ...(dossier.statusReason === null ? [] : [[words.reason, dossier.statusReason] as [string, React.ReactNode]]),
  ...(dossier.dueOn === null ? [] : [[words.due, <DueDay key="due" day={dossier.dueOn} />] as [string, React.ReactNode]]),
  ...(dossier.agreedUntil === null ? [] : [[words.agreedUntil, dayText(dossier.agreedUntil)] as [string, React.ReactNode]]),
  [words.openedOn, dayText(dossier.openedOn)],
  ...(dossier.closedOn === null ? [] : [[words.closedOn, dayText(dossier.closedOn)] as [string, React.ReactNode]]),
  ...(dossier.outflow === null ? [] : [[words.outflow, named(outflow, dossier.outflow)] as [string, React.ReactNode]]),
];

/** Where the dossier is, what it waits for and what can be done now. */
export const DossierPanel = ({ client }: { client: ClientHead }) => {
  const { dossier } = client;
  if (!dossier) return null;
  return (
    <Panel title={words.title} id="dossier">
      <Facts facts={factsOf(dossier)} />
      {dossier.status === 'INTAKE' && (
        <p>
          {words.planFirst} <Link to={clientPath(client.id, 'plan')}>{words.toPlan}</Link>
        </p>
      )}
      {dossier.closedOn === null ? <Steps client={client} dossier={dossier} /> : <Reopen client={client} />}
      <details className="as-table">
        <summary>{words.history}</summary>
        <DataTable
          caption={words.history}
          hideCaption
          columns={columns}
          rows={dossier.steps.toReversed()}
          keyOf={({ step, on, to }) => `${on} ${step} ${to}`}
        />
      </details>
    </Panel>
  );
};
