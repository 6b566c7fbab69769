import { Button } from '@amsterdam/design-system-react';
import { useState } from 'react';
import { useMe } from '../../app/me.tsx';
import { useCommand } from '../../graph/command.ts';
import { texts } from '../../texts.ts';
import { desk } from '../../texts/desk.ts';
import { dayText } from '../../ui/dates.ts';
import { Facts } from '../../ui/facts.tsx';
import { StatusBadge } from '../../ui/badge.tsx';
import { notify } from '../../ui/notice.tsx';
import { Empty, ProblemAlert } from '../../ui/states.tsx';
import { Panel } from '../shared/panel.tsx';
import { who } from '../shared/say.ts';
import { type AccountToEditFragment, CloseAccountDocument, WithdrawAccountOfferDocument } from './account.generated.ts';
import { AssignForm } from './assign-form.tsx';
import { OfferAccountForm } from './offer-account-form.tsx';
import { PlanForm } from './plan-form.tsx';

const { account: words, employer: employerWords, nobody } = desk;

const AccountFacts = ({ account: { owner, ownerActive, since, team, plan, handOverOffered, owners } }: { account: AccountToEditFragment }) => {
  const hasPlan = [plan.goal, plan.opportunities, plan.agreements].some((text) => text !== '');
  const former = owners.filter(({ endsOn }) => endsOn !== null);
  return (
    <>
      <Facts
        facts={[
          [words.owner, [owner ? who(owner) : nobody, since === null ? null : employerWords.since(dayText(since))].filter(Boolean).join(', ')],
          ...(owner && !ownerActive ? [[desk.colleagues.state, employerWords.ownerLeft] as const] : []),
          ...(handOverOffered ? [[desk.planPage.offeredTo, who(handOverOffered.to)] as const] : []),
          [words.team, team.length === 0 ? nobody : team.map(({ employee, role }) => [who(employee), role].filter(Boolean).join(', ')).join('; ')],
          ...(hasPlan
            ? [
                [words.goal, plan.goal || texts.common.none] as const,
                [words.opportunities, plan.opportunities || texts.common.none] as const,
                [words.agreements, plan.agreements || texts.common.none] as const,
              ]
            : []),
          ...(former.length > 0
            ? [
                [
                  words.history,
                  former.map((one) => words.ownedFrom(who(one.owner), dayText(one.startsOn), one.endsOn && dayText(one.endsOn))).join('; '),
                ] as const,
              ]
            : []),
        ]}
      />
      {!hasPlan && <Empty>{words.noPlan}</Empty>}
    </>
  );
};

interface Props {
  employerId: string;
  account: AccountToEditFragment;
  coordinator: boolean;
}

/** One account with what who is signed in may do with it. */
export const AccountCard = ({ employerId, account, coordinator }: Props) => {
  const me = useMe();
  const [open, setOpen] = useState<'plan' | 'offer' | 'assign' | null>(null);
  const close = useCommand(CloseAccountDocument);
  const withdraw = useCommand(WithdrawAccountOfferDocument);
  const offered = account.handOverOffered;
  const isMine = account.owner?.id === me.id && account.owner.organisation.code === me.organisation.code;
  const busy = close.busy || withdraw.busy;

  const onClose = async (): Promise<void> => {
    const result = await close.send({ accountId: account.id, expectedVersion: account.version, closed: !account.closed });
    if (result) notify(result.__typename === 'AccountSaved' ? words.saved : words.changed);
  };
  const onWithdraw = async (): Promise<void> => {
    const result = await withdraw.send({ handOverId: offered?.id ?? '' });
    if (result) notify(result.__typename === 'HandOverEnded' ? words.withdrawn : words.decided);
  };
  const toggle = (what: typeof open) => ({
    'aria-expanded': open === what,
    onClick: (): void => setOpen(open === what ? null : what),
  });
  // An answer may come after somebody opened another form, which stays.
  const done = (what: typeof open) => (): void => setOpen((now) => (now === what ? null : now));
  return (
    <Panel
      title={account.branch?.name ?? account.sector ?? employerWords.scope[account.scope]}
      actions={account.closed ? <StatusBadge tone="bad">{employerWords.closed}</StatusBadge> : undefined}
    >
      <AccountFacts account={account} />
      <ProblemAlert problem={close.problem ?? withdraw.problem} />
      <div className="actions desk-actions">
        {(isMine || coordinator) && (
          <Button variant="secondary" {...toggle('plan')}>
            {words.changePlan}
          </Button>
        )}
        {(isMine || coordinator) && account.owner && !offered && (
          <Button variant="secondary" {...toggle('offer')}>
            {words.offer}
          </Button>
        )}
        {offered && (isMine || coordinator) && (
          <Button variant="secondary" aria-disabled={busy} onClick={() => void (busy || onWithdraw())}>
            {words.withdraw}
          </Button>
        )}
        {coordinator && (
          <>
            <Button variant="secondary" {...toggle('assign')}>
              {words.assign}
            </Button>
            <Button variant="tertiary" aria-disabled={busy} onClick={() => void (busy || onClose())}>
              {account.closed ? words.reopen : words.close}
            </Button>
          </>
        )}
      </div>
      {open === 'plan' && <PlanForm account={account} onClose={done('plan')} />}
      {open === 'offer' && <OfferAccountForm account={account} onClose={done('offer')} />}
      {open === 'assign' && <AssignForm employerId={employerId} branches={[]} account={account} onClose={done('assign')} />}
    </Panel>
  );
};
