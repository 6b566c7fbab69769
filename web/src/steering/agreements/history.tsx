import { Heading } from '@amsterdam/design-system-react';
import { texts } from '../../texts.ts';
import { agreements } from '../../texts/agreements.ts';
import { dayOf, dayText, instantText } from '../../ui/dates.ts';
import { Empty } from '../../ui/states.tsx';
import { DataTable } from '../../ui/table.tsx';
import { type Agreement, inUnit, type Terms } from './agreement.ts';

const words = agreements;

const stateOf = ({ terms }: Agreement, { number, establishedAt, withdrawnAt }: Terms): string => {
  if (establishedAt === null) return withdrawnAt === null ? words.stateOpen : words.stateLapsed;
  const day = dayText(dayOf(establishedAt));
  return number === terms?.number ? words.stateHolds(day) : words.stateHeld(day);
};

/** Everything that was ever proposed, the last first. */
export const History = ({ agreement }: { agreement: Agreement }) => (
  <section className="panel" aria-labelledby="geschiedenis">
    <Heading level={2} size="level-3" id="geschiedenis">
      {words.history}
    </Heading>
    <DataTable
      caption={words.history}
      hideCaption
      rows={agreement.versions.toReversed()}
      keyOf={({ number }) => String(number)}
      columns={[
        { header: words.version, heads: true, cell: ({ number }) => String(number) },
        { header: words.target, numeric: true, cell: ({ target }) => inUnit(agreement.unit, target) },
        { header: words.direction, cell: ({ direction }) => words.directions[direction] },
        { header: words.source, cell: ({ source }) => words.sources[source] },
        { header: words.proposedOn, cell: ({ proposedByName, proposedAt }) => words.proposedBy(proposedByName, instantText(proposedAt)) },
        { header: words.reason, cell: ({ reason }) => reason ?? '–' },
        { header: words.state, cell: (terms) => stateOf(agreement, terms) },
      ]}
    />
  </section>
);

/** What was recorded by hand, the last first; what was replaced stays. */
export const ManualValues = ({ agreement }: { agreement: Agreement }) =>
  agreement.manual ? (
    <section className="panel" aria-labelledby="met-de-hand">
      <Heading level={2} size="level-3" id="met-de-hand">
        {words.manualValues}
      </Heading>
      <p>{words.manualHint}</p>
      {agreement.manualValues.length === 0 ? (
        <Empty>{words.noManualValues}</Empty>
      ) : (
        <DataTable
          caption={words.manualValues}
          hideCaption
          rows={agreement.manualValues.toReversed()}
          keyOf={({ recordedAt }) => recordedAt}
          columns={[
            { header: words.measuredOn, heads: true, cell: ({ measuredOn }) => dayText(measuredOn) },
            { header: words.value, numeric: true, cell: ({ value }) => inUnit(agreement.unit, value) },
            { header: words.reason, cell: ({ reason }) => reason },
            { header: words.recordedBy, cell: ({ recordedByName, recordedAt }) => words.proposedBy(recordedByName, instantText(recordedAt)) },
            { header: words.replaced, cell: ({ replacedAt }) => (replacedAt === null ? texts.common.no : instantText(replacedAt)) },
          ]}
        />
      )}
    </section>
  ) : null;
