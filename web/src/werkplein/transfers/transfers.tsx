import { Link, useSearchParams } from 'react-router';
import { Page } from '../../app/page.tsx';
import { useAskWerkplein } from '../../graph/ask.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { transferState } from '../../texts/werkplein-law.ts';
import { Pager, useAfter } from '../../ui/pager.tsx';
import { Answer, Empty } from '../../ui/states.tsx';
import { Panel } from '../parts/panel.tsx';
import { TransferItem } from './transfer.tsx';
import { TransfersDocument, type TransfersQuery, type TransfersQueryVariables } from './transfers.werkplein.generated.ts';
import '../werkplein.css';

const { transfer: words } = werkpleinTexts;
type List = NonNullable<TransfersQuery['wierden']>['incomingTransfers'];

const Moves = ({ id, title, empty, list }: { id: string; title: string; empty: string; list: List }) => (
  <Panel title={title} id={id}>
    {!list || list.nodes.length === 0 ? (
      <Empty>{empty}</Empty>
    ) : (
      <>
        <ul className="plain-list">
          {list.nodes.map((transfer) => (
            <TransferItem key={transfer.id} transfer={transfer} />
          ))}
        </ul>
        <Pager list={list} name={id} label={title} />
      </>
    )}
  </Panel>
);

/** Clients who come from and go to another Werkplein. */
export const TransfersScreen = () => {
  const all = useSearchParams()[0].get('wat') === 'alles';
  const states = all ? (Object.keys(transferState) as NonNullable<TransfersQueryVariables['states']> & string[]) : null;
  const asked = useAskWerkplein(TransfersDocument, { variables: { states, inAfter: useAfter('komt'), outAfter: useAfter('gaat') } });
  return (
    <Page title={words.title}>
      <nav className="choices" aria-label={words.which}>
        <Link to="?" {...(!all && { 'aria-current': 'page' as const })}>
          {words.running}
        </Link>
        <Link to="?wat=alles" {...(all && { 'aria-current': 'page' as const })}>
          {words.all}
        </Link>
      </nav>
      <Answer asked={asked}>
        {({ wierden }) =>
          wierden && (
            <>
              <Moves id="komt" title={words.incoming} empty={words.noIncoming} list={wierden.incomingTransfers} />
              <Moves id="gaat" title={words.outgoing} empty={words.noOutgoing} list={wierden.outgoingTransfers} />
            </>
          )
        }
      </Answer>
    </Page>
  );
};
