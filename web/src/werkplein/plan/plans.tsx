import { Link } from 'react-router';
import { useAskWerkplein } from '../../graph/ask.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { planStatus } from '../../texts/werkplein-law.ts';
import { named } from '../../texts/werkplein-names.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { dayText, instantText } from '../../ui/dates.ts';
import { Answer } from '../../ui/states.tsx';
import { isOpen, useClient } from '../client/client.tsx';
import { clientPath } from '../parts/client-link.tsx';
import { Panel } from '../parts/panel.tsx';
import { Compare } from './compare.tsx';
import { ConceptActions, PlanActions } from './plan-actions.tsx';
import { PlanText } from './plan-text.tsx';
import { ClientPlansDocument, type WholePlanFragment } from './plan.werkplein.generated.ts';

const { plan: words } = werkpleinTexts;

const PlanPanel = ({ plan, id, children }: { plan: WholePlanFragment; id: string; children?: React.ReactNode }) => (
  <Panel
    title={words.numbered(plan.number)}
    id={id}
    actions={
      <StatusBadge tone={plan.status === 'ESTABLISHED' ? 'good' : plan.status === 'CONCEPT' ? 'attention' : 'neutral'}>
        {named(planStatus, plan.status)}
      </StatusBadge>
    }
  >
    <p className="small">
      {words.written(plan.writtenBy.name, instantText(plan.writtenAt))}
      {plan.establishedOn !== null && ` ${words.established(dayText(plan.establishedOn))}`}
    </p>
    <PlanText plan={plan} />
    {children}
  </Panel>
);

/** The concept, the plan that holds and those before, with what changed between them. */
export const PlanPart = () => {
  const client = useClient();
  const asked = useAskWerkplein(ClientPlansDocument, { variables: { client: client.id } });
  const write = (label: string) => (
    <Link className="ams-button ams-button--secondary button-link" to={clientPath(client.id, 'plan/schrijven')}>
      {label}
    </Link>
  );
  return (
    <Answer asked={asked}>
      {(data) => {
        const plans = (data.client?.plans ?? []).toSorted((a, b) => b.number - a.number);
        const concept = plans.find(({ status }) => status === 'CONCEPT');
        const holds = plans.find(({ status }) => status === 'ESTABLISHED');
        const before = plans.filter(({ status }) => status === 'REPLACED' || status === 'ENDED');
        const open = isOpen(client);
        return (
          <>
            {concept && (
              <PlanPanel plan={concept} id="concept">
                {open && (
                  <div className="openings">
                    {write(words.edit)}
                    <ConceptActions clientId={client.id} concept={concept} />
                  </div>
                )}
              </PlanPanel>
            )}
            {holds && (
              <PlanPanel plan={holds} id="geldend">
                {open && (
                  <div className="openings">
                    {!concept && write(words.revise)}
                    <PlanActions clientId={client.id} plan={holds} months={data.wierden?.terms?.planEvaluationMonths ?? null} />
                  </div>
                )}
              </PlanPanel>
            )}
            {!concept && !holds && (
              <Panel title={words.none}>
                <p className="lead">{words.noneIntro}</p>
                {open && write(words.start)}
              </Panel>
            )}
            {plans.length > 1 && <Compare clientId={client.id} numbers={plans.map(({ number }) => number)} />}
            {before.length > 0 && (
              <Panel title={words.before} id="eerder">
                {before.map((plan) => (
                  <details key={plan.id} className="as-table">
                    <summary>
                      {words.numbered(plan.number)} ({named(planStatus, plan.status).toLowerCase()}
                      {plan.establishedOn !== null && `, ${words.from(dayText(plan.establishedOn))}`})
                    </summary>
                    <PlanText plan={plan} />
                  </details>
                ))}
              </Panel>
            )}
          </>
        );
      }}
    </Answer>
  );
};
