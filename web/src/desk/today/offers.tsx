import { Button } from '@amsterdam/design-system-react';
import { useMe } from '../../app/me.tsx';
import { useAsk } from '../../graph/ask.ts';
import { useCommand } from '../../graph/command.ts';
import { desk } from '../../texts/desk.ts';
import { instantText } from '../../ui/dates.ts';
import { notify } from '../../ui/notice.tsx';
import { Pager, useAfter } from '../../ui/pager.tsx';
import { Answer, Empty, ProblemAlert, Waiting } from '../../ui/states.tsx';
import { Panel } from '../shared/panel.tsx';
import { who } from '../shared/say.ts';
import { AcceptAccountDocument, OfferedToMeDocument, type OfferedAccountFragment, RefuseAccountDocument } from './offers.generated.ts';
import { PlansOfferedToMeDocument } from './plan-offers.generated.ts';
import { PlanOffers } from './plan-offers.tsx';

const { today, employer: words } = desk;
/** Place in the list of offers, in the address. */
const AFTER = 'aanbod-na';

const OfferedAccount = ({ offer }: { offer: OfferedAccountFragment }) => {
  const accept = useCommand(AcceptAccountDocument);
  const refuse = useCommand(RefuseAccountDocument);
  const busy = accept.busy || refuse.busy;
  const { account } = offer;
  const what = today.offeredAccount(account.employer.name);
  const part = account.branch?.name ?? account.sector ?? words.scope[account.scope];

  const onAccept = async (): Promise<void> => {
    const result = await accept.send({ handOverId: offer.id });
    if (result?.__typename === 'HandOverAccepted') notify(today.accepted(result.moved.reduce((sum, { count }) => sum + count, 0)));
    if (result?.__typename === 'HandOverAlreadyDecided') notify(today.decided);
    if (result?.__typename === 'ColleagueNotActive') notify(today.notActive);
  };
  const onRefuse = async (): Promise<void> => {
    const result = await refuse.send({ handOverId: offer.id });
    if (result) notify(result.__typename === 'HandOverEnded' ? today.refused : today.decided);
  };
  return (
    <li>
      <p className="desk-line-head">
        {what} · {part}
      </p>
      <p className="small desk-line-text">{today.offeredBy(who(offer.from), instantText(offer.offeredAt))}</p>
      {offer.note !== null && <p className="desk-line-text">{offer.note}</p>}
      <ProblemAlert problem={accept.problem ?? refuse.problem} />
      <div className="actions desk-actions">
        <Button aria-disabled={busy} aria-label={today.acceptOf(what)} onClick={() => void (busy || onAccept())}>
          {today.accept}
        </Button>
        <Button variant="secondary" aria-disabled={busy} aria-label={today.refuseOf(what)} onClick={() => void (busy || onRefuse())}>
          {today.refuse}
        </Button>
      </div>
    </li>
  );
};

/** What colleagues want to give me: accounts and planned contacts. */
export const Offers = () => {
  const me = useMe();
  const asked = useAsk(OfferedToMeDocument, { variables: { employeeId: me.id, organisation: me.organisation.code } });
  const plans = useAsk(PlansOfferedToMeDocument, { variables: { after: useAfter(AFTER) } });
  const planOffers = plans.data?.contactPlanOffers;
  const offeredPlans = planOffers?.nodes ?? [];
  return (
    <Panel title={today.offers}>
      <ProblemAlert problem={plans.problem} again={plans.again} />
      <Answer asked={asked}>
        {({ openWorkOf }) => {
          const offers = (openWorkOf?.handOvers ?? []).filter(({ to }) => to.id === me.id && to.organisation.code === me.organisation.code);
          if (plans.waiting) return <Waiting />;
          const none = offers.length + offeredPlans.length === 0;
          return (
            <>
              {none ? (
                planOffers && asked.absent.length === 0 && <Empty>{today.noOffers}</Empty>
              ) : (
                <ul className="plain-list">
                  <PlanOffers plans={offeredPlans} />
                  {offers.map((offer) => (
                    <OfferedAccount key={offer.id} offer={offer} />
                  ))}
                </ul>
              )}
              {planOffers && <Pager list={planOffers} name={AFTER} label={today.offers} />}
            </>
          );
        }}
      </Answer>
    </Panel>
  );
};
