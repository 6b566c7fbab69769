import '../desk.css';
import { Button, Field, Label, Select } from '@amsterdam/design-system-react';
import { Link, useSearchParams } from 'react-router';
import { Page } from '../../app/page.tsx';
import { useAsk } from '../../graph/ask.ts';
import { useCommand } from '../../graph/command.ts';
import { texts } from '../../texts.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { notify } from '../../ui/notice.tsx';
import { Pager, useAfter } from '../../ui/pager.tsx';
import { Answer, Empty, ProblemAlert } from '../../ui/states.tsx';
import { choicesOf, cityOf, who } from '../shared/say.ts';
import { DecideDuplicateDocument, DuplicateSignalsDocument, type DuplicateSignalsQuery, type DuplicateStatus } from './merge.generated.ts';
import { mergePath } from './paths.ts';

const { merge: words, words: names } = texts.desk;

type Signal = NonNullable<DuplicateSignalsQuery['duplicateSignals']>['nodes'][number];

const SignalLine = ({ signal }: { signal: Signal }) => {
  const { send, busy, problem } = useCommand(DecideDuplicateDocument);
  const [first, second] = signal.employers ?? [];
  const sides = (signal.employers ?? []).map(({ name, branches }) => words.side(name, cityOf(branches)));
  const decide = async (): Promise<void> => {
    const result = await send({ signalId: signal.id, expectedVersion: signal.version, decision: 'NOT_DUPLICATE' });
    if (result) notify(result.__typename === 'DuplicateDecided' ? words.differentDone : words.decidedElse);
  };
  if (!first || !second) return null;
  return (
    <li className="desk-line">
      <div>
        <p className="desk-line-head">
          {sides.join(' – ')}
          <StatusBadge tone={signal.class === 'EXACT' || signal.class === 'STRONG' ? 'attention' : 'neutral'}>{names.duplicateClass[signal.class]}</StatusBadge>
        </p>
        <p className="small desk-line-text">{texts.desk.search.why(signal.reasons.map((reason) => names.duplicateReason[reason]).join(', '))}</p>
        {signal.decidedBy && <p className="small desk-line-text">{words.decidedBy(who(signal.decidedBy))}</p>}
        <ProblemAlert problem={problem} />
      </div>
      {signal.status !== 'NOT_DUPLICATE' && (
        <div className="actions desk-side">
          <Link className="desk-button" to={mergePath(first.id, second.id)} aria-label={words.compareOf(first.name, second.name)}>
            {words.compare}
          </Link>
          {signal.status === 'OPEN' && (
            <Button variant="secondary" aria-disabled={busy} aria-label={words.differentOf(first.name, second.name)} onClick={() => void (busy || decide())}>
              {words.different}
            </Button>
          )}
        </div>
      )}
    </li>
  );
};

/** Pairs of employers that may be one, for the coordinator to decide about. */
export const Duplicates = () => {
  const [params, setParams] = useSearchParams();
  const status = (params.get('status') ?? 'OPEN') as DuplicateStatus;
  const asked = useAsk(DuplicateSignalsDocument, { variables: { status, after: useAfter() } });
  return (
    <Page title={words.title}>
      <p className="lead stacked">{words.intro}</p>
      <Field className="desk-narrow stacked">
        <Label htmlFor="toon">{words.status}</Label>
        <Select id="toon" value={status} onChange={({ target }) => setParams({ status: target.value })}>
          {choicesOf(words.statuses).map(({ value, label }) => (
            <Select.Option key={value} value={value}>
              {label}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <section className="panel" aria-label={words.title}>
        <Answer asked={asked}>
          {({ duplicateSignals }) =>
            duplicateSignals && (
              <>
                {duplicateSignals.nodes.length === 0 && <Empty>{status === 'OPEN' ? words.none : words.noneDecided}</Empty>}
                <ul className="plain-list">
                  {duplicateSignals.nodes.map((signal) => (
                    <SignalLine key={signal.id} signal={signal} />
                  ))}
                </ul>
                <Pager list={duplicateSignals} />
              </>
            )
          }
        </Answer>
      </section>
    </Page>
  );
};
