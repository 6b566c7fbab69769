import { useAsk } from '../../graph/ask.ts';
import { desk } from '../../texts/desk.ts';
import { dayText } from '../../ui/dates.ts';
import { Answer, Empty } from '../../ui/states.tsx';
import { Panel } from '../shared/panel.tsx';
import { who } from '../shared/say.ts';
import { Counts } from './counts.tsx';
import { LeaveForm } from './leave-form.tsx';
import type { Colleague } from '../colleagues/use-colleagues.ts';
import { type OpenWorkFragment, OpenWorkOfColleagueDocument } from './leave.generated.ts';

const { leave: words } = desk;

const More = ({ list }: { list: { nodes: readonly unknown[]; pageInfo: { hasNextPage: boolean } } }) =>
  list.pageInfo.hasNextPage && <p className="small">{words.more(list.nodes.length)}</p>;

const Open = ({ work }: { work: OpenWorkFragment }) => (
  <>
    {work.colleague.leavesOn !== null && <p>{words.leaves(dayText(work.colleague.leavesOn))}</p>}
    <Counts caption={words.what} counts={work.counts} />
    {work.accounts.nodes.length > 0 && (
      <>
        <h3 className="desk-subhead">{words.accounts}</h3>
        <ul className="desk-bullets">
          {work.accounts.nodes.map(({ id, employer }) => (
            <li key={id}>{employer.name}</li>
          ))}
        </ul>
        <More list={work.accounts} />
      </>
    )}
    {work.tasks.nodes.length > 0 && (
      <>
        <h3 className="desk-subhead">{words.tasks}</h3>
        <ul className="desk-bullets">
          {work.tasks.nodes.map(({ id, title, dueOn, employer }) => (
            <li key={id}>{[title, employer?.name, dayText(dueOn)].filter(Boolean).join(' · ')}</li>
          ))}
        </ul>
        <More list={work.tasks} />
      </>
    )}
    {work.handOvers.length > 0 && (
      <>
        <h3 className="desk-subhead">{words.offers}</h3>
        <ul className="desk-bullets">
          {work.handOvers.map(({ id, account, from, to }) => (
            <li key={id}>{words.offer(account.employer.name, who(from), who(to))}</li>
          ))}
        </ul>
      </>
    )}
  </>
);

/** What a colleague holds, and giving it all to another. */
export const LeaveWork = ({ from, colleagues }: { from: Colleague['employee']; colleagues: readonly Colleague[] }) => {
  const asked = useAsk(OpenWorkOfColleagueDocument, { variables: { employeeId: from.id, organisation: from.organisation.code } });
  return (
    <div className="columns">
      <Panel title={words.work(from.name)}>
        <Answer asked={asked}>{({ openWorkOf }) => (openWorkOf ? <Open work={openWorkOf} /> : <Empty>{words.unknown}</Empty>)}</Answer>
      </Panel>
      <LeaveForm from={from} colleagues={colleagues} />
    </div>
  );
};
