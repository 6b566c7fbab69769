import '../desk.css';
import { Link, useParams } from 'react-router';
import { NotFound } from '../../app/failures.tsx';
import { useMe } from '../../app/me.tsx';
import { Page } from '../../app/page.tsx';
import { useAsk } from '../../graph/ask.ts';
import { desk } from '../../texts/desk.ts';
import { instantText } from '../../ui/dates.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Answer } from '../../ui/states.tsx';
import { Panel } from '../shared/panel.tsx';
import { employerPath } from '../shared/paths.ts';
import { namesOf, who, windowText } from '../shared/say.ts';
import { OthersSteps } from './others-steps.tsx';
import { OwnSteps } from './own-steps.tsx';
import { OneContactPlanDocument, type OneContactPlanQuery } from './plan-steps.generated.ts';
import { OfferedSteps } from './offered-steps.tsx';

const { planPage: words, plan: planWords, words: names, employer: employerWords } = desk;

type Plan = NonNullable<OneContactPlanQuery['contactPlan']>;
const LIVE = new Set(['RESERVED', 'SCHEDULED']);

const PlanFacts = ({ plan }: { plan: Plan }) => (
  <Panel
    title={names.purpose[plan.purpose]}
    actions={<StatusBadge tone={LIVE.has(plan.status) ? 'info' : 'neutral'}>{names.planStatus[plan.status]}</StatusBadge>}
  >
    <Facts
      facts={[
        [words.when, windowText(plan.window)],
        ...(plan.plannedAt === null ? [] : [[words.appointment, instantText(plan.plannedAt)] as const]),
        [planWords.channel, names.channel[plan.channel]],
        [planWords.steering, names.steering[plan.steering]],
        [planWords.person, plan.contactPerson?.name ?? planWords.noPerson],
        ...(plan.branch ? [[planWords.branch, plan.branch.name] as const] : []),
        [words.owner, who(plan.owner)],
        ...(plan.participants.length > 0 ? [[words.participants, namesOf(plan.participants)] as const] : []),
        ...(plan.handOverOfferedTo ? [[words.offeredTo, who(plan.handOverOfferedTo)] as const] : []),
        ...(plan.overrideReason === null ? [] : [[words.overrideReason, plan.overrideReason] as const]),
        ...(plan.contactMoment ? [[words.moment, `${plan.contactMoment.subject}, ${instantText(plan.contactMoment.occurredAt)}`] as const] : []),
      ]}
    />
    {plan.employer && (
      <p>
        <Link to={employerPath(plan.employer.id)}>{words.employer}</Link>
      </p>
    )}
  </Panel>
);

/** One planned contact: what it is, and what may be done with it by whom. */
export const PlanPage = () => {
  const { planId = '' } = useParams();
  const me = useMe();
  const asked = useAsk(OneContactPlanDocument, { variables: { id: planId } });
  const plan = asked.data?.contactPlan;
  if (plan === null && !asked.refreshing && asked.problem === null && asked.absent.length === 0) return <NotFound />;
  const isMe = (one: { id: string; organisation: { code: string } } | null): boolean => one?.id === me.id && one.organisation.code === me.organisation.code;
  const live = plan !== undefined && plan !== null && LIVE.has(plan.status);
  const takesPart = plan ? isMe(plan.owner) || plan.participants.some(isMe) : false;
  return (
    <Page title={plan?.employer ? words.title(plan.employer.name) : employerWords.timeline}>
      <Answer asked={asked}>
        {({ contactPlan }) =>
          contactPlan && (
            <div className="columns">
              <PlanFacts plan={contactPlan} />
              <div>
                {live && isMe(contactPlan.handOverOfferedTo) && <OfferedSteps plan={contactPlan} />}
                {live && takesPart && <OwnSteps plan={contactPlan} owner={isMe(contactPlan.owner) || me.roles.includes('coordinator')} />}
                {live && !takesPart && <OthersSteps plan={contactPlan} />}
              </div>
            </div>
          )
        }
      </Answer>
    </Page>
  );
};
