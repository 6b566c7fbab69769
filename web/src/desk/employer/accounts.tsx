import { Link } from 'react-router';
import { desk } from '../../texts/desk.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { dayText } from '../../ui/dates.ts';
import { Empty } from '../../ui/states.tsx';
import { Panel } from '../shared/panel.tsx';
import { accountsPath } from '../shared/paths.ts';
import { who } from '../shared/say.ts';
import type { EmployerPageQuery } from './employer.generated.ts';

const { employer: words, nobody } = desk;

type Account = NonNullable<NonNullable<EmployerPageQuery['employer']>['accounts']>[number];

const AccountLine = ({ account: { scope, branch, sector, owner, ownerActive, since, closed, team, handOverOffered } }: { account: Account }) => (
  <li>
    <p className="small desk-line-text">{branch?.name ?? sector ?? words.scope[scope]}</p>
    <p className="desk-line-head">
      {owner ? who(owner) : nobody}
      {owner && !ownerActive && <StatusBadge tone="attention">{words.ownerLeft}</StatusBadge>}
    </p>
    {since !== null && <p className="small desk-line-text">{words.since(dayText(since))}</p>}
    {closed && <StatusBadge tone="bad">{words.closed}</StatusBadge>}
    {handOverOffered && <StatusBadge tone="info">{words.offered(who(handOverOffered.to))}</StatusBadge>}
    {team.length > 0 && (
      <>
        <p className="small desk-line-text">{words.team}</p>
        <ul className="desk-bullets">
          {team.map(({ employee, role }) => (
            <li key={employee.organisation.code + employee.id}>
              {who(employee)}
              {role !== null && `, ${role}`}
            </li>
          ))}
        </ul>
      </>
    )}
  </li>
);

/** Who speaks for all organisations with an employer, a branch or a sector. */
export const Accounts = ({ employerId, accounts }: { employerId: string; accounts: readonly Account[] }) => (
  <Panel title={words.accounts} actions={<Link to={accountsPath(employerId)}>{desk.account.manage}</Link>}>
    {accounts.length === 0 && <Empty>{words.noAccount}</Empty>}
    <ul className="plain-list">
      {accounts.map((account) => (
        <AccountLine key={account.id} account={account} />
      ))}
    </ul>
  </Panel>
);
