import { Link } from 'react-router';
import { texts } from '../../texts.ts';
import { desk } from '../../texts/desk.ts';
import { planPath } from '../shared/paths.ts';
import { whenText, who } from '../shared/say.ts';
import type { PlansOfferedToMeQuery } from './plan-offers.generated.ts';

const { today } = desk;

/** Planned contacts on offer; one looks at it before one takes it. */
export const PlanOffers = ({ plans }: { plans: NonNullable<PlansOfferedToMeQuery['contactPlanOffers']>['nodes'] }) =>
  plans.map((plan) => (
    <li key={plan.id} className="desk-line">
      <div>
        <p className="desk-line-head">{today.offeredPlan(plan.employer?.name ?? texts.common.unknown)}</p>
        <p className="small desk-line-text">{today.offeredBy(who(plan.owner), whenText(plan))}</p>
      </div>
      <Link className="desk-side" to={planPath(plan)}>
        {today.toPlan}
      </Link>
    </li>
  ));
