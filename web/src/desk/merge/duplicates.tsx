import '../desk.css';
import { Button, Field, Label, Select } from '@amsterdam/design-system-react';
import { Link, useSearchParams } from 'react-router';
import { Page } from '../../app/page.tsx';
import { useAsk } from '../../graph/ask.ts';
import { useCommand } from '../../graph/command.ts';
import { municipalities } from '../../graph/municipalities.generated.ts';
import { desk } from '../../texts/desk.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import type { Choice } from '../../ui/fields.tsx';
import { notify } from '../../ui/notice.tsx';
import { Listed } from '../../ui/listed.tsx';
import { useAfter } from '../../ui/pager.tsx';
import { Answer, ProblemAlert } from '../../ui/states.tsx';
import { choicesOf, cityOf, who } from '../shared/say.ts';
import { DecideDuplicateDocument, type DuplicateClass, DuplicateSignalsDocument, type DuplicateSignalsQuery, type DuplicateStatus } from './merge.generated.ts';
import { mergePath } from './paths.ts';
import { Scan } from './scan.tsx';

const { merge: words, words: names } = desk;

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
        <p className="small desk-line-text">{desk.search.why(signal.reasons.map((reason) => names.duplicateReason[reason]).join(', '))}</p>
        {signal.decidedBy && <p className="small desk-line-text">{words.decidedBy(who(signal.decidedBy))}</p>}
        <ProblemAlert problem={problem} />
      </div>
      {signal.status !== 'NOT_DUPLICATE' && (
        <div className="actions desk-side">
          <Link className="desk-button" data-variant="secondary" to={mergePath(first.id, second.id)} aria-label={words.compareOf(first.name, second.name)}>
            {words.compare}
          </Link>
          {signal.status === 'OPEN' && (
            <Button variant="tertiary" aria-disabled={busy} aria-label={words.differentOf(first.name, second.name)} onClick={() => void (busy || decide())}>
              {words.different}
            </Button>
          )}
        </div>
      )}
    </li>
  );
};

/** A signal is raised from `MEDIUM` on. */
const sures = choicesOf(names.duplicateClass).filter(({ value }) => value !== 'WEAK');

interface FilterProps {
  id: string;
  label: string;
  /** Words for no choice; without it one is always chosen. */
  all?: string;
  value: string;
  choices: readonly Choice[];
  onChange: (value: string) => void;
}

const Filter = ({ id, label, all, value, choices, onChange }: FilterProps) => (
  <Field>
    <Label htmlFor={id}>{label}</Label>
    <Select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
      {all !== undefined && <Select.Option value="">{all}</Select.Option>}
      {choices.map((choice) => (
        <Select.Option key={choice.value} value={choice.value}>
          {choice.label}
        </Select.Option>
      ))}
    </Select>
  </Field>
);

/** Pairs of employers that may be one, for the coordinator to decide about. */
export const Duplicates = () => {
  const [params, setParams] = useSearchParams();
  const status = (params.get('status') ?? 'OPEN') as DuplicateStatus;
  const sureness = (params.get('zeker') || null) as DuplicateClass | null;
  const municipality = params.get('gemeente') || null;
  const asked = useAsk(DuplicateSignalsDocument, { variables: { status, class: sureness, municipality, after: useAfter() } });
  const choose = (name: string, value: string): void => {
    const next = new URLSearchParams(params);
    next.delete('na');
    if (value === '') next.delete(name);
    else next.set(name, value);
    setParams(next);
  };
  return (
    <Page title={words.title}>
      <p className="lead stacked">{words.intro}</p>
      <div className="desk-filters panel" role="search">
        <Filter id="toon" label={words.status} value={status} choices={choicesOf(words.statuses)} onChange={(value) => choose('status', value)} />
        <Filter id="zeker" label={words.sureness} all={words.any} value={sureness ?? ''} choices={sures} onChange={(value) => choose('zeker', value)} />
        <Filter
          id="gemeente"
          label={desk.search.municipality}
          all={desk.search.allMunicipalities}
          value={municipality ?? ''}
          choices={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(value) => choose('gemeente', value)}
        />
      </div>
      {status === 'OPEN' && <Scan />}
      <section className="panel" aria-label={words.title}>
        <Answer asked={asked}>
          {({ duplicateSignals }) => (
            <Listed list={duplicateSignals} empty={status === 'OPEN' ? words.none : words.noneDecided}>
              {(rows) => (
                <ul className="plain-list">
                  {rows.map((signal) => (
                    <SignalLine key={signal.id} signal={signal} />
                  ))}
                </ul>
              )}
            </Listed>
          )}
        </Answer>
      </section>
    </Page>
  );
};
