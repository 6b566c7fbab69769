import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useMe } from '../../app/me.tsx';
import { texts } from '../../texts.ts';
import { desk } from '../../texts/desk.ts';
import { dayOf, instantText } from '../../ui/dates.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import type { PlanCardFragment } from '../today/plans.generated.ts';
import { whenText, who } from './say.ts';
import { planPath } from './paths.ts';

/** A planned contact as a line: when, with whom, what for. */
export const PlanLine = ({ plan, children }: { plan: PlanCardFragment; children?: ReactNode }) => {
  const me = useMe();
  const today = dayOf();
  const now = plan.window.from <= today && plan.window.until >= today;
  const mine = plan.owner.id === me.id && plan.owner.organisation.code === me.organisation.code;
  const about = [
    desk.words.purpose[plan.purpose],
    desk.words.channel[plan.channel],
    plan.contactPerson?.name,
    plan.candidateCount > 0 ? desk.today.candidates(plan.candidateCount) : null,
    mine ? null : who(plan.owner),
  ];
  return (
    <li className="desk-line">
      <div>
        <p className="desk-line-head">
          <Link to={planPath(plan)}>{plan.employer?.name ?? texts.common.unknown}</Link>
          {now && <StatusBadge tone="info">{desk.today.isToday}</StatusBadge>}
          {!mine && <StatusBadge>{desk.today.joined}</StatusBadge>}
        </p>
        <p className="desk-line-text">{whenText(plan)}</p>
        <p className="small desk-line-text">{about.filter(Boolean).join(' · ')}</p>
        {plan.status === 'RESERVED' && plan.expiresAt !== null && <p className="small desk-line-text">{desk.today.expires(instantText(plan.expiresAt))}</p>}
      </div>
      {children}
    </li>
  );
};
