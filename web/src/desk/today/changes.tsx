import { Alert, Button, Paragraph } from '@amsterdam/design-system-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMe } from '../../app/me.tsx';
import { useAsk } from '../../graph/ask.ts';
import { desk } from '../../texts/desk.ts';
import { instantText } from '../../ui/dates.ts';
import { notify } from '../../ui/notice.tsx';
import { Pager, useAfter } from '../../ui/pager.tsx';
import { Answer, Empty } from '../../ui/states.tsx';
import { Panel } from '../shared/panel.tsx';
import { employerPath } from '../shared/paths.ts';
import { ChangesAtMyAccountsDocument, type ChangesAtMyAccountsQuery } from './changes.generated.ts';
import { seenPlace } from './seen.ts';

const AFTER = 'veranderd-na';

type Change = NonNullable<ChangesAtMyAccountsQuery['activity']>['nodes'][number];

const ChangeLine = ({ change }: { change: Change }) => {
  const about =
    change.contactMoment?.subject ??
    change.vacancy?.title ??
    change.task?.title ??
    change.contactPerson?.name ??
    change.branch?.name ??
    (change.contactPlan && desk.words.purpose[change.contactPlan.purpose]);
  return (
    <li>
      <p className="desk-line-head">{change.employer && <Link to={employerPath(change.employer.id)}>{change.employer.name}</Link>}</p>
      <p className="desk-line-text">
        {desk.words.change[change.type] ?? desk.today.other}
        {about ? `: ${about}` : ''}
      </p>
      <p className="small desk-line-text">{desk.today.by(change.organisation.name, instantText(change.at))}</p>
    </li>
  );
};

/** What changed at my accounts since I last said that I had seen it all. */
export const Changes = () => {
  const place = seenPlace(useMe());
  const [since, setSince] = useState(place.get);
  const further = useAfter(AFTER);
  const asked = useAsk(ChangesAtMyAccountsDocument, { variables: { after: further ?? since } });
  const end = asked.data?.activity?.pageInfo.endCursor ?? null;
  const some = (asked.data?.activity?.nodes.length ?? 0) > 0;
  const seen = (): void => {
    if (end === null) return;
    place.set(end);
    setSince(end);
    notify(desk.today.seenDone);
  };
  return (
    <Panel
      title={desk.today.changes}
      actions={
        some && (
          <Button variant="tertiary" onClick={seen}>
            {desk.today.seen}
          </Button>
        )
      }
    >
      <Answer asked={asked}>
        {({ activity }) =>
          activity && (
            <>
              {!activity.complete && (
                <Alert className="stacked" heading={desk.today.changes} headingLevel={3} severity="warning">
                  <Paragraph>{desk.today.incomplete}</Paragraph>
                </Alert>
              )}
              {activity.nodes.length === 0 && <Empty>{desk.today.noChanges}</Empty>}
              <ul className="plain-list" aria-live="polite">
                {activity.nodes.toReversed().map((change) => (
                  <ChangeLine key={change.id} change={change} />
                ))}
              </ul>
              <Pager list={activity} name={AFTER} label={desk.today.changes} />
            </>
          )
        }
      </Answer>
    </Panel>
  );
};
