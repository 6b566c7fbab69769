import { useAskWerkplein } from '../../graph/ask.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { Answer } from '../../ui/states.tsx';
import { Panel } from '../parts/panel.tsx';
import { useClient } from './client.tsx';
import { DossierPanel } from './dossier.tsx';
import { FollowUpPanel } from './follow-up.tsx';
import { ServiceLineDocument } from './line.werkplein.generated.ts';
import { lineOf } from './line.ts';
import { LineTable, Timeline } from './timeline.tsx';
import { PersonPanel } from './person.tsx';

const { line: words } = werkpleinTexts;

const LinePanel = ({ id }: { id: string }) => {
  const asked = useAskWerkplein(ServiceLineDocument, { variables: { client: id } });
  return (
    <Panel title={words.title} id="lijn">
      <p className="lead">{words.intro}</p>
      <Answer asked={asked}>
        {({ client }) => {
          const entries = client ? lineOf(client) : [];
          return entries.length === 0 ? (
            <p className="empty">{words.empty}</p>
          ) : (
            <>
              <Timeline entries={entries} />
              <details className="as-table">
                <summary>{words.asTable}</summary>
                <LineTable entries={entries} />
              </details>
            </>
          );
        }}
      </Answer>
    </Panel>
  );
};

/** The first part of a client: where the dossier is and what can be done, the line of services, and who it is. */
export const OverviewPart = () => {
  const client = useClient();
  return (
    <>
      <DossierPanel client={client} />
      {client.dossier && ['WORK', 'SELF_EMPLOYMENT'].includes(client.dossier.outflow ?? '') && (
        <FollowUpPanel clientId={client.id} dossierId={client.dossier.id} />
      )}
      <LinePanel id={client.id} />
      <PersonPanel client={client} />
    </>
  );
};
