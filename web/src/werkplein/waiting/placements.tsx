import { Heading } from '@amsterdam/design-system-react';
import { Link } from 'react-router';
import { useMe } from '../../app/me.tsx';
import { useAskWerkplein } from '../../graph/ask.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { named, placementKind } from '../../texts/werkplein-names.ts';
import { dayText } from '../../ui/dates.ts';
import { Facts } from '../../ui/facts.tsx';
import { Few } from '../../ui/few.tsx';
import { Pager, useAfter } from '../../ui/pager.tsx';
import { Answer, Empty } from '../../ui/states.tsx';
import { ClientLink, idPath } from '../parts/client-link.tsx';
import { periodText } from '../parts/day.tsx';
import { Opening } from '../parts/opening.tsx';
import { Panel } from '../parts/panel.tsx';
import { AgreeForm, RejectForm } from './agree-forms.tsx';
import { PlacementsToAgreeDocument, type PlacementsToAgreeQuery } from './placements.werkplein.generated.ts';

const { waiting: words } = werkpleinTexts;
const AFTER = 'plaatsingen';

export type Waiting = NonNullable<PlacementsToAgreeQuery['placementsAwaitingAgreement']>['nodes'][number];

const Silence = ({ silence }: { silence: NonNullable<NonNullable<Waiting['details']>['silence']> | null | undefined }) => {
  if (!silence) return null;
  return <p className="statement">{silence.on === null ? silence.text : words.silentOn(dayText(silence.on))}</p>;
};

const Placement = ({ placement }: { placement: Waiting }) => {
  const { kind, startsOn, expectedEndOn, hoursPerWeek, employer, client, details } = placement;
  return (
    <li className="waiting-item">
      <Heading level={3} size="level-4">
        <ClientLink client={client} /> <span className="small">{named(placementKind, kind)}</span>
      </Heading>
      <Facts
        facts={[
          [
            words.employer,
            employer ? (
              <Link key="werkgever" to={`/werkgevers/${idPath(employer.id)}`}>
                {employer.name}
              </Link>
            ) : (
              words.noEmployer
            ),
          ],
          [words.period, periodText(startsOn, expectedEndOn)],
          [words.hours, words.hoursText(hoursPerWeek)],
          [words.proposedOn, details?.proposedOn ? dayText(details.proposedOn) : null],
          [words.klantregisseur, client?.klantregisseur?.name ?? null],
        ]}
      />
      <Silence silence={details?.silence} />
      <div className="openings">
        <Opening label={words.agree} variant="primary">
          {(close) => <AgreeForm placement={placement} close={close} />}
        </Opening>
        <Opening label={words.reject} variant="tertiary">
          {(close) => <RejectForm placement={placement} close={close} />}
        </Opening>
      </div>
    </li>
  );
};

/** Placements that wait for agreement, and what happens when nobody answers (Q5). */
export const PlacementsToAgree = () => {
  const { organisation } = useMe();
  const asked = useAskWerkplein(PlacementsToAgreeDocument, { variables: { after: useAfter(AFTER), municipality: organisation.code } });
  return (
    <Panel title={words.placements} id="plaatsingen">
      <Answer asked={asked}>
        {({ placementsAwaitingAgreement: list }) => {
          if (!list) return null;
          return list.nodes.length === 0 ? (
            <Empty>{words.noPlacements}</Empty>
          ) : (
            <>
              <Few count={list.nodes.length} few={5}>
                <ul className="plain-list">
                  {list.nodes.map((placement) => (
                    <Placement key={placement.id} placement={placement} />
                  ))}
                </ul>
              </Few>
              <Pager list={list} name={AFTER} label={words.placements} />
            </>
          );
        }}
      </Answer>
    </Panel>
  );
};
