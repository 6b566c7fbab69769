import { useState } from 'react';
import { Link } from 'react-router';
import { useMe } from '../../app/me.tsx';
import { desk } from '../../texts/desk.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { dayOf, dayText } from '../../ui/dates.ts';
import { CorrectForm } from '../contact/correct-form.tsx';
import { planPath } from '../shared/paths.ts';
import { namesOf, whenText, who } from '../shared/say.ts';
import type { TimelineItemFragment } from './timeline.generated.ts';

const { employer: words, words: names } = desk;

type Entry = TimelineItemFragment;

/** Of the own organisation: what was recorded can be corrected. */
const Correct = ({ moment }: { moment: NonNullable<Entry['contactMoment']> }) => {
  const [open, setOpen] = useState(false);
  if (open) return <CorrectForm moment={moment} onClose={() => setOpen(false)} />;
  return (
    <button type="button" className="link-button" aria-label={desk.contact.correctOf(moment.subject)} onClick={() => setOpen(true)}>
      {desk.contact.correct}
    </button>
  );
};

const Moment = ({ moment, organisation }: { moment: NonNullable<Entry['contactMoment']>; organisation: Entry['organisation'] }) => (
  <>
    <p className="desk-line-head">
      {moment.subject}
      {moment.succeeded === false && <StatusBadge tone="attention">{words.failed}</StatusBadge>}
    </p>
    <p className="small desk-line-text">
      {[
        names.channel[moment.channel],
        moment.participants.length > 0 ? namesOf(moment.participants) : organisation.name,
        moment.contactPerson && words.with(moment.contactPerson.name),
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>
    <div className="desk-report-line">
      {moment.report !== '' && (
        <details className="desk-report">
          <summary>
            {desk.contact.report}
            <span className="ams-visually-hidden">: {moment.subject}</span>
          </summary>
          <p>{moment.report}</p>
        </details>
      )}
      {useMe().organisation.code === organisation.code && <Correct moment={moment} />}
    </div>
  </>
);

const Plan = ({ plan }: { plan: NonNullable<Entry['contactPlan']> }) => (
  <>
    <p className="desk-line-head">
      <Link to={planPath(plan)}>{names.purpose[plan.purpose]}</Link>
      <StatusBadge tone={plan.status === 'SCHEDULED' ? 'good' : plan.status === 'RESERVED' ? 'info' : 'neutral'}>{names.planStatus[plan.status]}</StatusBadge>
    </p>
    <p className="small desk-line-text">
      {[
        whenText(plan),
        names.channel[plan.channel],
        who(plan.owner),
        plan.participants.length > 0 && words.with(namesOf(plan.participants)),
        plan.contactPerson?.name,
        plan.candidateCount > 0 && desk.today.candidates(plan.candidateCount),
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>
  </>
);

/** One contact that was or will be, of whichever organisation. */
export const TimelineEntry = ({ entry, coming }: { entry: Entry; coming: boolean }) => (
  <li data-coming={coming}>
    <p className="desk-timeline-day">
      <span className="desk-timeline-organisation">{entry.organisation.name}</span> {dayText(dayOf(entry.at))}
    </p>
    {entry.contactMoment ? <Moment moment={entry.contactMoment} organisation={entry.organisation} /> : entry.contactPlan && <Plan plan={entry.contactPlan} />}
  </li>
);
