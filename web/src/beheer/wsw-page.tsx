import { Button, Heading, Paragraph } from '@amsterdam/design-system-react';
import { useState } from 'react';
import { isNuo, useMe } from '../app/me.tsx';
import { Page } from '../app/page.tsx';
import { useAsk } from '../graph/ask.ts';
import { type ResultOf, useCommand } from '../graph/command.ts';
import { municipalities } from '../graph/municipalities.generated.ts';
import { texts } from '../texts.ts';
import { wswStatistics as words } from '../texts/wsw-statistics.ts';
import { dayOf, dayText, instantText } from '../ui/dates.ts';
import { downloadText } from '../ui/download.ts';
import { Facts } from '../ui/facts.tsx';
import { RadioField, SelectField } from '../ui/fields.tsx';
import { Form } from '../ui/form.tsx';
import { municipalityName } from '../ui/municipality.ts';
import { numberText } from '../ui/numbers.ts';
import { Answer, Empty } from '../ui/states.tsx';
import { DataTable } from '../ui/table.tsx';
import { useForm } from '../ui/use-form.ts';
import { DeliverWswStatisticsDocument, type DeliverWswStatisticsMutation, WswDeliveriesDocument, type WswStatisticsLayout } from './wsw.generated.ts';

type Result = ResultOf<DeliverWswStatisticsMutation>;

const HALF_YEARS = 6;
const MIDDLE = 7;
const SHOWN = 50;

/** This half-year and those before it, the latest first, as `20261`. */
const halfYears = (): string[] => {
  const [year, month] = dayOf().split('-').map(Number) as [number, number];
  const now = year * 2 + (month < MIDDLE ? 0 : 1);
  return Array.from({ length: HALF_YEARS }, (_, back) => now - back).map((half) => `${Math.floor(half / 2)}${(half % 2) + 1}`);
};

const Report = ({ result, layout }: { result: Result; layout: string }) => {
  if (!('written' in result)) return <p role="alert">{words.notOver(dayText(result.lastDay))}</p>;
  const { deliveryId, period, written, rejected, dueOn, content, rejections } = result;
  return (
    <div role="status">
      <p>{deliveryId === null ? words.would : words.did}</p>
      <Facts
        facts={[
          [words.written, numberText(written)],
          [words.rejected, numberText(rejected)],
          ...(dueOn === null ? [] : [[words.dueOn, dayText(dueOn)] as const]),
        ]}
      />
      {content !== null && (
        <p>
          <Button variant="secondary" onClick={() => downloadText(words.file(period, layout), 'text/plain', content)}>
            {words.download}
          </Button>
        </p>
      )}
      {rejections !== null && rejections.length > 0 && (
        <details className="as-table">
          <summary>{words.rejectedList(Math.min(SHOWN, rejections.length), rejections.length)}</summary>
          <DataTable
            caption={words.rejectedList(Math.min(SHOWN, rejections.length), rejections.length)}
            hideCaption
            rows={rejections.slice(0, SHOWN)}
            keyOf={({ participantId }) => participantId}
            columns={[
              { header: words.participant, heads: true, cell: ({ participantId }) => participantId },
              { header: words.why, cell: ({ problems }) => problems.map(({ name, message }) => words.problem(name, message)).join(' ') },
            ]}
          />
        </details>
      )}
    </div>
  );
};

/** Looks first at what a half-year would hold; the file is made after that was seen. */
const Deliver = ({ period, choose }: { period: string; choose: (period: string) => void }) => {
  const elsewhere = !isNuo(useMe());
  const form = useForm({ period, municipality: '', layout: 'FIXED_WIDTH' });
  const command = useCommand(DeliverWswStatisticsDocument);
  const [answer, setAnswer] = useState<{ result: Result; of: string; layout: string } | null>(null);
  const { values } = form;
  const of = JSON.stringify(values);
  const send = async (dryRun: boolean): Promise<void> => {
    const { municipality, layout } = values;
    const result = await command.send({
      period: values.period,
      municipality: municipality === '' ? null : municipality,
      layout: layout as WswStatisticsLayout,
      dryRun,
    });
    setAnswer(result && { result, of, layout });
    if (result) choose(values.period);
  };
  // What was looked at for one choice says nothing of another.
  const result = answer?.of === of ? answer.result : null;
  const looked = result !== null && 'written' in result && result.deliveryId === null;
  return (
    <section className="panel" aria-labelledby="leveren">
      <Heading level={2} size="level-3" id="leveren">
        {words.make}
      </Heading>
      <Form problem={command.problem} busy={command.busy} submit={words.look} onSubmit={() => void send(true)}>
        <SelectField form={form} name="period" label={words.period} choices={halfYears().map((value) => ({ value, label: words.periodText(value) }))} />
        {!elsewhere && (
          <SelectField
            form={form}
            name="municipality"
            label={words.municipality}
            empty={words.all}
            choices={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
            optional
          />
        )}
        <RadioField form={form} name="layout" label={words.layout} choices={Object.entries(words.layouts).map(([value, label]) => ({ value, label }))} />
      </Form>
      {answer && result && <Report result={result} layout={answer.layout} />}
      {looked && (
        <>
          <Paragraph>{words.bsn}</Paragraph>
          <div className="form-actions">
            <Button aria-disabled={command.busy} onClick={() => void (command.busy || send(false))}>
              {command.busy ? texts.common.busy : words.deliver}
            </Button>
          </div>
        </>
      )}
    </section>
  );
};

const Deliveries = ({ period }: { period: string }) => (
  <section className="panel" aria-labelledby="geleverd">
    <Heading level={2} size="level-3" id="geleverd">
      {words.made}
    </Heading>
    <p>{words.periodText(period)}</p>
    <Answer asked={useAsk(WswDeliveriesDocument, { variables: { period } })}>
      {({ wswDeliveries: list }) =>
        list === null ? (
          <Empty>{texts.common.notShown}</Empty>
        ) : list.length === 0 ? (
          <Empty>{words.none}</Empty>
        ) : (
          <DataTable
            caption={words.made}
            hideCaption
            rows={list}
            keyOf={({ id }) => id}
            columns={[
              { header: words.deliveredAt, heads: true, cell: ({ deliveredAt }) => instantText(deliveredAt) },
              {
                header: words.municipality,
                cell: ({ municipality }) => (municipality === null ? words.all : municipalityName(municipality)),
              },
              { header: words.by, cell: ({ organisation }) => organisation.name },
              { header: words.written, numeric: true, cell: ({ written }) => numberText(written) },
              { header: words.rejected, numeric: true, cell: ({ rejected }) => numberText(rejected) },
              { header: words.check, cell: ({ sha256 }) => <span className="small checksum">{sha256}</span> },
            ]}
          />
        )
      }
    </Answer>
  </section>
);

/** The half-yearly delivery of the Wsw statistics. */
export const Component = () => {
  const [period, choose] = useState(halfYears()[1] as string);
  return (
    <Page title={words.title}>
      <p>{words.intro}</p>
      <Deliver period={period} choose={choose} />
      <Deliveries period={period} />
    </Page>
  );
};
