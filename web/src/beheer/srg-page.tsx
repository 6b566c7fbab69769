import { Button, Heading } from '@amsterdam/design-system-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { hasRole, isNuo, useMe } from '../app/me.tsx';
import { Page } from '../app/page.tsx';
import { useAskWerkplein } from '../graph/ask.ts';
import { type ResultOf, useWerkpleinCommand } from '../graph/command.ts';
import { texts } from '../texts.ts';
import { dayOf, instantText } from '../ui/dates.ts';
import { Facts } from '../ui/facts.tsx';
import { TextField } from '../ui/fields.tsx';
import { Form } from '../ui/form.tsx';
import { addMonths, monthText } from '../ui/months.ts';
import { Answer, Empty } from '../ui/states.tsx';
import { DataTable } from '../ui/table.tsx';
import { useForm } from '../ui/use-form.ts';
import { DeliverSrgDocument, type DeliverSrgMutation, SrgDeliveriesDocument } from './srg.werkplein.generated.ts';

const words = texts.beheer.srg;
type Result = ResultOf<DeliverSrgMutation>;

/** The last month that is over. */
const lastMonth = (): string => addMonths(dayOf().slice(0, 7), -1);

/** Who they are is read on their own page. */
const Clients = ({ ids }: { ids: readonly string[] }) => (
  <span className="links">
    {ids.map((id, index) => (
      <Link key={id} to={`/clienten/${id}/voorzieningen`}>
        {words.toClient(index + 1)}
      </Link>
    ))}
  </span>
);

const Report = ({ result, tried }: { result: Result; tried: boolean }) => {
  if (!('persons' in result)) return <p role="alert">{words.noFolder}</p>;
  return (
    <div role="status">
      <p>{tried ? words.would : words.written(result.file ?? '')}</p>
      <Facts
        facts={[
          [words.persons, String(result.persons)],
          [words.provisions, String(result.provisions)],
          [words.subsidies, String(result.subsidies)],
          [words.outside, String(result.outside)],
          [words.rejected, String(result.rejectedCount)],
        ]}
      />
      {result.rejected.length > 0 && (
        <DataTable
          caption={words.rejectedList(result.rejected.length, result.rejectedCount)}
          rows={[...Map.groupBy(result.rejected, ({ text }) => text)]}
          keyOf={([why]) => why}
          columns={[
            { header: words.why, heads: true, cell: ([why]) => why },
            { header: words.number, numeric: true, cell: ([, of]) => of.length },
            { header: words.clients, cell: ([, of]) => <Clients ids={[...new Set(of.map(({ clientId }) => clientId))]} /> },
          ]}
        />
      )}
    </div>
  );
};

/** Counts first what a month would hold; the file is made after that was seen. */
const Deliver = () => {
  const form = useForm({ month: lastMonth() });
  const command = useWerkpleinCommand(DeliverSrgDocument);
  const [answer, setAnswer] = useState<{ result: Result; month: string; tried: boolean } | null>(null);
  const { month } = form.values;
  const send = async (dryRun: boolean): Promise<void> => {
    const result = await command.send({ month, dryRun });
    setAnswer(result && { result, month, tried: dryRun });
  };
  return (
    <section className="panel" aria-labelledby="leveren">
      <Heading level={2} size="level-3" id="leveren">
        {words.make}
      </Heading>
      <Form problem={command.problem} busy={command.busy} submit={words.count} onSubmit={() => void send(true)}>
        <TextField form={form} name="month" type="month" label={words.month} />
      </Form>
      {answer && <Report result={answer.result} tried={answer.tried} />}
      {answer?.tried && answer.month === month && 'persons' in answer.result && (
        <div className="form-actions">
          <Button aria-disabled={command.busy} onClick={() => void (command.busy || send(false))}>
            {command.busy ? texts.common.busy : words.write}
          </Button>
        </div>
      )}
    </section>
  );
};

const Deliveries = () => {
  const asked = useAskWerkplein(SrgDeliveriesDocument);
  return (
    <section className="panel" aria-labelledby="geleverd">
      <Heading level={2} size="level-3" id="geleverd">
        {words.made}
      </Heading>
      <Answer asked={asked}>
        {({ werkplein }) => {
          const list = werkplein?.srgDeliveries;
          if (!list) return <Empty>{texts.common.notShown}</Empty>;
          if (list.length === 0) return <Empty>{words.none}</Empty>;
          return (
            <DataTable
              caption={words.made}
              hideCaption
              rows={list}
              keyOf={({ id }) => id}
              columns={[
                { header: words.month, heads: true, cell: ({ month }) => monthText(month) },
                { header: words.writtenAt, cell: ({ writtenAt }) => instantText(writtenAt) },
                { header: words.file, cell: ({ file }) => <span className="small">{file}</span> },
                { header: words.persons, numeric: true, cell: ({ persons }) => String(persons) },
                { header: words.provisions, numeric: true, cell: ({ provisions }) => String(provisions) },
                { header: words.subsidies, numeric: true, cell: ({ subsidies }) => String(subsidies) },
                { header: words.rejected, numeric: true, cell: ({ rejected }) => String(rejected) },
              ]}
            />
          );
        }}
      </Answer>
    </section>
  );
};

/** The monthly delivery of provisions to statistics. */
export const Component = () => {
  const me = useMe();
  return (
    <Page title={words.title}>
      {isNuo(me) ? (
        <Empty>{texts.common.notShown}</Empty>
      ) : (
        <>
          <p>{words.intro}</p>
          {hasRole(me, 'kwaliteitsmedewerker', 'functioneelbeheerder') && <Deliver />}
          <Deliveries />
        </>
      )}
    </Page>
  );
};
