import { Heading } from '@amsterdam/design-system-react';
import { Link, useSearchParams } from 'react-router';
import { useAskWerkplein } from '../graph/ask.ts';
import { texts } from '../texts.ts';
import { instantText } from '../ui/dates.ts';
import { Pager, useAfter } from '../ui/pager.tsx';
import { Answer, Empty } from '../ui/states.tsx';
import { DataTable } from '../ui/table.tsx';
import { useUnseen } from '../ui/unseen.tsx';
import { ClientAccessLogDocument } from './access.werkplein.generated.ts';

const words = texts.beheer;

/** Every time that data of a client were shown or changed, newest first. */
export const AccessLog = ({ client, purpose }: { client: string; purpose: string }) => {
  const [params] = useSearchParams();
  const unseen = useUnseen();
  const asked = useAskWerkplein(ClientAccessLogDocument, { variables: { client, after: useAfter() }, purpose });
  const back = new URLSearchParams(params);
  back.delete('client');
  back.delete('na');
  return (
    <Answer asked={asked}>
      {({ werkplein }) => {
        const log = werkplein?.clientAccessLog;
        if (!log) return <Empty>{words.notYours}</Empty>;
        return (
          <section className="panel" aria-labelledby="inzage">
            <Heading level={2} size="level-3" id="inzage">
              {words.log}
            </Heading>
            <p className="no-print">
              <Link to={`/inzage?${back}`} state={unseen}>
                {words.toSearch}
              </Link>
            </p>
            {log.nodes.length === 0 ? (
              <Empty>{words.noLog}</Empty>
            ) : (
              <DataTable
                caption={words.log}
                hideCaption
                rows={log.nodes.map((line, at) => ({ ...line, key: `${line.at} ${at}` }))}
                keyOf={({ key }) => key}
                columns={[
                  { header: words.at, heads: true, cell: ({ at }) => instantText(at) },
                  { header: words.organisation, cell: ({ organisation }) => organisation.name },
                  { header: words.activity, cell: ({ activity }) => activity },
                  { header: words.logPurpose, cell: (line) => line.purpose },
                ]}
              />
            )}
            <Pager list={log} />
          </section>
        );
      }}
    </Answer>
  );
};
