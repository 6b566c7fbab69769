import { Heading } from '@amsterdam/design-system-react';
import { Link, useSearchParams } from 'react-router';
import { useAskWerkplein } from '../graph/ask.ts';
import { texts } from '../texts.ts';
import { dayText } from '../ui/dates.ts';
import { Answer, Empty } from '../ui/states.tsx';
import { DataTable } from '../ui/table.tsx';
import { UnseenPager, useUnseen, useUnseenAfter } from '../ui/unseen.tsx';
import { ClientsToLookUpDocument } from './access.werkplein.generated.ts';

const words = texts.beheer;

/** The clients whose family name begins so; each leads to who looked at them. */
export const ClientList = ({ search, purpose }: { search: string; purpose: string }) => {
  const [params] = useSearchParams();
  const asked = useAskWerkplein(ClientsToLookUpDocument, { variables: { search, after: useUnseenAfter() }, purpose });
  const unseen = useUnseen();
  const to = (client: string): string => {
    const next = new URLSearchParams(params);
    next.set('client', client);
    return `/inzage?${next}`;
  };
  return (
    <Answer asked={asked}>
      {({ werkplein }) => {
        const clients = werkplein?.clients;
        if (!clients) return null;
        return (
          <section className="panel" aria-labelledby="gevonden">
            <Heading level={2} size="level-3" id="gevonden">
              {words.clients}
            </Heading>
            {clients.nodes.length === 0 ? (
              <Empty>{words.noClients}</Empty>
            ) : (
              <DataTable
                caption={words.clients}
                hideCaption
                rows={clients.nodes}
                keyOf={({ id }) => id}
                columns={[
                  { header: words.client, heads: true, cell: ({ displayName }) => displayName ?? texts.common.unknown },
                  { header: words.ownReference, cell: ({ ownReference }) => ownReference ?? texts.common.unknown },
                  { header: words.registeredOn, cell: ({ registeredOn }) => (registeredOn === null ? texts.common.unknown : dayText(registeredOn)) },
                  {
                    header: words.actions,
                    cell: ({ id, displayName }) => (
                      <Link to={to(id)} state={unseen} aria-label={words.showLogOf(displayName ?? texts.common.unknown)}>
                        {words.showLog}
                      </Link>
                    ),
                  },
                ]}
              />
            )}
            <UnseenPager list={clients} />
          </section>
        );
      }}
    </Answer>
  );
};
