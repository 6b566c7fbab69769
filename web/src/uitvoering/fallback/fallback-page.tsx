import '../uitvoering.css';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { Link, useSearchParams } from 'react-router';
import { Page } from '../../app/page.tsx';
import { useAsk } from '../../graph/ask.ts';
import { texts } from '../../texts.ts';
import { uitvoering } from '../../texts/uitvoering.ts';
import { fallback as words } from '../../texts/fallback.ts';
import { StatusBadge, type Tone } from '../../ui/badge.tsx';
import { dayOf, dayText } from '../../ui/dates.ts';
import { LongTextField } from '../../ui/fields.tsx';
import { shortNumber } from '../../ui/numbers.ts';
import { Listed } from '../../ui/listed.tsx';
import { PAGE, useAfter } from '../../ui/pager.tsx';
import { Answer } from '../../ui/states.tsx';
import { chosen, choicesOf, type Filter, Filters } from '../filters.tsx';
import { useMay } from '../may.ts';
import { personName } from '../people.ts';
import { type Step, StepChoice } from '../step-choice.tsx';
import { stepForm } from '../step-form.tsx';
import { WorkplaceField } from '../workplace-field.tsx';
import {
  FallbackClaimsDocument,
  type FallbackClaimsQuery,
  type FallbackState,
  LapseFallbackClaimDocument,
  type LapseFallbackClaimMutationVariables,
  ReleaseFallbackPlaceDocument,
  ReserveFallbackPlaceDocument,
} from './fallback.generated.ts';

type Claim = NonNullable<FallbackClaimsQuery['fallbackClaims']>['nodes'][number];
type StepName = keyof typeof words.do;
const tones: Record<FallbackState, Tone> = { OPEN: 'neutral', RESERVED: 'info', SHORTAGE: 'bad', USED: 'good', ENDED: 'neutral' };
const byState: Filter = { name: 'status', label: uitvoering.state, all: uitvoering.allStates, choices: choicesOf(words.states) };
const { reason } = uitvoering;

const at = ({ id, version }: Claim) => ({ claimId: id, expectedVersion: version });
const named = (name: StepName, claim: Claim) => ({
  key: name,
  label: words.do[name],
  of: personName(claim.participant ?? {}),
  done: words.done[name],
});
const withReason = <D,>(claim: Claim, name: 'release' | 'lapse', document: TypedDocumentNode<D, LapseFallbackClaimMutationVariables>): Step =>
  stepForm({
    ...named(name, claim),
    document,
    initial: { reason: '' },
    input: (values) => ({ ...at(claim), ...values }),
    fields: (form) => <LongTextField form={form} name="reason" label={reason} hint={words.privacyHint} />,
  });

const reserving = (claim: Claim): Step =>
  stepForm({
    ...named('reserve', claim),
    document: ReserveFallbackPlaceDocument,
    initial: { workplaceId: claim.workplace?.id ?? claim.lastWorkplace?.id ?? '', workplaceName: '' },
    required: ['workplaceId'],
    input: ({ workplaceId }) => ({ ...at(claim), workplaceId }),
    fields: (form) => (
      <WorkplaceField
        form={form}
        kinds={['INSIDE', 'ON_LOCATION', 'GREEN']}
        day={claim.neededFrom !== null && claim.neededFrom > dayOf() ? claim.neededFrom : dayOf()}
        now={claim.workplace ?? claim.lastWorkplace}
      />
    ),
  });

/** docs/states/fallback-claim.md. */
const stepsOf = (claim: Claim): Step[] => {
  const lapse = withReason(claim, 'lapse', LapseFallbackClaimDocument);
  if (claim.state === 'OPEN') return [lapse];
  if (claim.state === 'SHORTAGE') return [reserving(claim), lapse];
  return claim.state === 'RESERVED' ? [reserving(claim), withReason(claim, 'release', ReleaseFallbackPlaceDocument), lapse] : [];
};

const ClaimView = ({ claim, may }: { claim: Claim; may: boolean }) => {
  const { participant, workplace, lastWorkplace, secondment, neededFrom, hoursPerWeek, note } = claim;
  const steps = may ? stepsOf(claim) : [];
  const place = workplace ?? lastWorkplace;
  return (
    <li className="learning-step">
      <div>
        {participant ? <Link to={`/deelnemers/${participant.id}`}>{personName(participant)}</Link> : texts.common.notShown}{' '}
        <StatusBadge tone={tones[claim.state]}>{words.states[claim.state]}</StatusBadge>
        <div className="small">
          {[
            ...(neededFrom === null ? [] : [words.needed(dayText(neededFrom))]),
            ...(hoursPerWeek === null ? [] : [words.hours(shortNumber(hoursPerWeek))]),
          ].join(' · ')}
        </div>
        <div className="small">
          {place && (
            <>
              {workplace ? words.place : words.last}: <Link to={`/werkplekken/${place.id}`}>{place.name}</Link>
            </>
          )}
          {place && secondment && ' · '}
          {secondment && <Link to={`/plaatsingen/${secondment.id}`}>{words.toPlacement}</Link>}
        </div>
        {note !== null && <div className="small">{note}</div>}
      </div>
      {steps.length > 0 && <StepChoice steps={steps} quiet />}
    </li>
  );
};

/** Who may fall back on a sheltered place, and whether there is one. */
export const FallbackPage = () => {
  const [params] = useSearchParams();
  const may = useMay()('planWorkplaces');
  const state = chosen(params, byState) as FallbackState | null;
  const asked = useAsk(FallbackClaimsDocument, { variables: { first: PAGE, after: useAfter(), state } });
  return (
    <Page title={words.title}>
      <p className="lead">{words.lead}</p>
      <Filters filters={[byState]} />
      <Answer asked={asked}>
        {({ fallbackClaims: list }) => (
          <section className="panel" aria-label={words.caption}>
            <Listed list={list} empty={words.empty}>
              {(rows) => (
                <ul className="plain-list">
                  {rows.map((claim) => (
                    <ClaimView key={claim.id} claim={claim} may={may} />
                  ))}
                </ul>
              )}
            </Listed>
          </section>
        )}
      </Answer>
    </Page>
  );
};
