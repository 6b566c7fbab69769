import { Alert, Button, Heading } from '@amsterdam/design-system-react';
import { useState } from 'react';
import { useAskWerkplein } from '../graph/ask.ts';
import { type ResultOf, useWerkpleinCommand } from '../graph/command.ts';
import { texts } from '../texts.ts';
import { dayText } from '../ui/dates.ts';
import { downloadText } from '../ui/download.ts';
import { SelectField } from '../ui/fields.tsx';
import { Form } from '../ui/form.tsx';
import { Answer, Empty } from '../ui/states.tsx';
import { DataTable } from '../ui/table.tsx';
import { useForm } from '../ui/use-form.ts';
import { ClientSubjectAccessDocument, EraseClientDocument, type EraseClientMutation, type EraseClientMutationVariables } from './rights.werkplein.generated.ts';

const words = texts.beheer.rights;
type Result = ResultOf<EraseClientMutation>;
type Ground = EraseClientMutationVariables['input']['ground'];

/** All data of a client as a file, to read and to take along. It is asked only when somebody wants it: each time is logged. */
const Access = ({ client }: { client: string }) => {
  const [wanted, want] = useState(false);
  const asked = useAskWerkplein(ClientSubjectAccessDocument, { variables: { client }, skip: !wanted });
  return (
    <>
      <p>{words.accessText}</p>
      {wanted ? (
        <Answer asked={asked}>
          {({ werkplein }) =>
            werkplein?.subjectAccess ? (
              <div className="form-actions">
                <Button variant="secondary" onClick={() => downloadText(words.fileHtml, 'text/html', werkplein.subjectAccess?.html ?? '')}>
                  {words.downloadHtml}
                </Button>
                <Button variant="secondary" onClick={() => downloadText(words.fileJson, 'application/json', werkplein.subjectAccess?.json ?? '')}>
                  {words.downloadJson}
                </Button>
              </div>
            ) : (
              <Empty>{texts.beheer.notYours}</Empty>
            )
          }
        </Answer>
      ) : (
        <Button variant="secondary" onClick={() => want(true)}>
          {words.collect}
        </Button>
      )}
    </>
  );
};

const Parts = ({ parts }: { parts: readonly { title: string; rows: number; detached: boolean }[] }) => (
  <DataTable
    caption={words.parts}
    hideCaption
    rows={parts}
    keyOf={({ title }) => title}
    columns={[
      { header: words.part, heads: true, cell: ({ title }) => title },
      { header: words.rows, numeric: true, cell: ({ rows }) => String(rows) },
      { header: words.what, cell: ({ detached }) => (detached ? words.detached : words.goes) },
    ]}
  />
);

/** What erasing did, or would do, or why it may not be done. */
const Outcome = ({ result }: { result: Result }) => {
  if ('items' in result)
    return (
      <Alert heading={words.notOver} headingLevel={4} severity="warning" role="alert">
        <DataTable
          caption={words.notOver}
          hideCaption
          rows={result.items}
          keyOf={({ title, reason }) => `${title} ${reason}`}
          columns={[
            { header: words.part, heads: true, cell: ({ title }) => title },
            { header: words.why, cell: ({ reason, source }) => [reason, source].filter(Boolean).join(' ') },
            { header: words.keepUntil, cell: ({ keepUntil }) => (keepUntil === null ? texts.common.unknown : dayText(keepUntil)) },
          ]}
        />
      </Alert>
    );
  if ('erasedOn' in result) return <Empty>{result.erasedOn === null ? words.nothing : words.erasedBefore(dayText(result.erasedOn))}</Empty>;
  const erased = result.__typename === 'Erased';
  return (
    <Alert heading={erased ? words.erased : words.possible} headingLevel={4} {...(erased && { severity: 'success' as const })} role="alert">
      <Parts parts={result.parts} />
    </Alert>
  );
};

const Erase = ({ client }: { client: string }) => {
  const form = useForm({ ground: '' });
  const command = useWerkpleinCommand(EraseClientDocument);
  const [answer, setAnswer] = useState<{ result: Result; ground: string } | null>(null);
  const { ground } = form.values;
  // What was looked into for one ground says nothing of another.
  const result = answer?.ground === ground ? answer.result : null;
  const send = async (dryRun: boolean): Promise<void> => {
    const next = await command.send({ subjectId: client, ground: ground as Ground, dryRun });
    setAnswer(next && { result: next, ground });
  };
  const possible = result?.__typename === 'ErasurePossible';
  return (
    <>
      <p>{words.eraseText}</p>
      <Form problem={command.problem} busy={command.busy} submit={words.tryErase} onSubmit={() => void send(true)}>
        <SelectField form={form} name="ground" label={words.ground} choices={Object.entries(words.grounds).map(([value, label]) => ({ value, label }))} />
      </Form>
      {result && <Outcome result={result} />}
      {possible && (
        <div className="form-actions">
          <Button aria-disabled={command.busy} onClick={() => void (command.busy || send(false))}>
            {command.busy ? texts.common.busy : words.erase}
          </Button>
        </div>
      )}
    </>
  );
};

/** What a client may ask: all data, or to be forgotten. */
export const Rights = ({ client }: { client: string }) => (
  <section className="panel" aria-labelledby="rechten">
    <Heading level={2} size="level-3" id="rechten">
      {words.title}
    </Heading>
    <Heading level={3} size="level-4">
      {words.access}
    </Heading>
    <Access client={client} />
    <Heading level={3} size="level-4">
      {words.eraseTitle}
    </Heading>
    <Erase client={client} />
  </section>
);
