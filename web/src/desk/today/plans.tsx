import { Link } from 'react-router';
import { useAsk } from '../../graph/ask.ts';
import { desk } from '../../texts/desk.ts';
import { Pager, useAfter } from '../../ui/pager.tsx';
import { Answer, Empty } from '../../ui/states.tsx';
import { Panel } from '../shared/panel.tsx';
import { recordPath } from '../shared/paths.ts';
import { PlanLine } from '../shared/plan-line.tsx';
import { MyPlansDocument } from './plans.generated.ts';

const { today } = desk;
const AFTER = 'contacten-na';

/** What I planned or joined, first first. */
export const Plans = () => (
  <Panel title={today.plans}>
    <Answer asked={useAsk(MyPlansDocument, { variables: { after: useAfter(AFTER) } })}>
      {({ myContactPlans }) =>
        myContactPlans && (
          <>
            {myContactPlans.nodes.length === 0 && <Empty>{today.noPlans}</Empty>}
            <ul className="plain-list">
              {myContactPlans.nodes.map((plan) => (
                <PlanLine key={plan.id} plan={plan}>
                  {plan.employer && (
                    <Link className="desk-side" to={recordPath(plan.employer.id, plan.id)} aria-label={`${today.record}: ${plan.employer.name}`}>
                      {today.record}
                    </Link>
                  )}
                </PlanLine>
              ))}
            </ul>
            <Pager list={myContactPlans} name={AFTER} label={today.plans} />
          </>
        )
      }
    </Answer>
  </Panel>
);
