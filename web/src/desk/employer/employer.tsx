import { useApolloClient } from '@apollo/client/react';
import '../desk.css';
import { useEffect } from 'react';
import { Link, useParams } from 'react-router';
import { NotFound } from '../../app/failures.tsx';
import { Page } from '../../app/page.tsx';
import { useAsk } from '../../graph/ask.ts';
import { RELOAD, useLive } from '../../graph/live.ts';
import { desk } from '../../texts/desk.ts';
import { Answer } from '../../ui/states.tsx';
import { newTaskPath, planContactPath, recordPath } from '../shared/paths.ts';
import { LiveBadge } from '../shared/live-badge.tsx';
import { Accounts } from './accounts.tsx';
import { EmployerPageDocument } from './employer.generated.ts';
import { EmployerFacts } from './employer-facts.tsx';
import { People } from './people.tsx';
import { Timeline } from './timeline.tsx';
import { Warnings } from './warnings.tsx';
import { Work } from './work.tsx';

const { employer: words } = desk;

/** All about an employer before one calls: what to heed, who speaks for us, what was and what comes. */
export const EmployerPage = () => {
  const { id = '' } = useParams();
  const asked = useAsk(EmployerPageDocument, { variables: { id } });
  const client = useApolloClient();
  const live = useLive((events) => {
    if (events.some(({ employerId, type }) => employerId === id || type === RELOAD)) void client.refetchQueries({ include: 'active' });
  });
  useEffect(() => {
    // The next step may be in a hallway without a network: what it is made of is fetched now.
    void import('../contact/record.tsx');
  }, []);
  const employer = asked.data?.employer;
  if (employer === null && !asked.waiting && !asked.refreshing && asked.problem === null && asked.absent.length === 0) return <NotFound />;
  return (
    <Page
      title={employer?.name ?? desk.search.title}
      actions={
        <>
          <Link className="desk-button" to={planContactPath(id)}>
            {words.plan}
          </Link>
          <Link className="desk-button" data-variant="secondary" to={recordPath(id)}>
            {words.record}
          </Link>
          <Link className="desk-button" data-variant="secondary" to={newTaskPath(id)}>
            {desk.tasks.new}
          </Link>
        </>
      }
    >
      <Answer asked={asked}>
        {({ employer: found }) =>
          found && (
            <>
              <Warnings id={id} name={found.name} warnings={found.warnings ?? []} />
              <div className="desk-employer">
                <Timeline id={id} />
                <div className="desk-employer-about">
                  <Accounts employerId={id} accounts={found.accounts ?? []} />
                  <People employerId={id} people={found.contactPersons ?? []} />
                  <EmployerFacts employer={found} />
                </div>
                <div>
                  <Work id={id} counts={found.proposalCounts ?? []} active={found.activePlacementCount} />
                </div>
              </div>
            </>
          )
        }
      </Answer>
      <LiveBadge live={live} />
    </Page>
  );
};
