import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { Alert, Button, Heading } from '@amsterdam/design-system-react';
import { useState } from 'react';
import { useAsk } from '../graph/ask.ts';
import type { Command, ResultOf } from '../graph/command.ts';
import { texts } from '../texts.ts';
import { dayText } from '../ui/dates.ts';
import { downloadText } from '../ui/download.ts';
import { SelectField } from '../ui/fields.tsx';
import { Form } from '../ui/form.tsx';
import { Answer, Empty } from '../ui/states.tsx';
import { DataTable } from '../ui/table.tsx';
import { useForm } from '../ui/use-form.ts';
import type { EraseClientMutation, EraseClientMutationVariables } from './rights.werkplein.generated.ts';

const words = texts.beheer.rights;
type Result = ResultOf<EraseClientMutation>;
type Ground = EraseClientMutationVariables['input']['ground'];

/** How one organisation is asked for all that it holds of somebody. */
export interface AccessOf<D> {
  document: TypedDocumentNode<D, { id: string }>;
  held: (data: D) => { html: string; json: string } | null | undefined;
}

/** All data of somebody as a file, to read and to take along. It is asked only when somebody wants it: each time is logged. */
function Access<D>({ id, of: { document, held } }: { id: string; of: AccessOf<D> }) {
  const [wanted, want] = useState(false);
  const asked = useAsk(document, { variables: { id }, skip: !wanted });
  if (!wanted)
    return (
      <Button variant="secondary" onClick={() => want(true)}>
        {words.collect}
      </Button>
    );
  return (
    <Answer asked={asked}>
      {(data) => {
        const files = held(data);
        return files ? (
          <div className="form-actions">
            <Button variant="secondary" onClick={() => downloadText(words.fileHtml, 'text/html', files.html)}>
              {words.downloadHtml}
            </Button>
            <Button variant="secondary" onClick={() => downloadText(words.fileJson, 'application/json', files.json)}>
              {words.downloadJson}
            </Button>
          </div>
        ) : (
          <Empty>{texts.beheer.notYours}</Empty>
        );
      }}
    </Answer>
  );
}

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

/** The command of one organisation that erases somebody. */
export interface Erasing extends Pick<Command<unknown, unknown>, 'busy' | 'problem'> {
  send(input: { subjectId: string; ground: Ground; dryRun: boolean }): Promise<Result | null>;
}

const Erase = ({ id, command }: { id: string; command: Erasing }) => {
  const form = useForm({ ground: '' });
  const [answer, setAnswer] = useState<{ result: Result; ground: string } | null>(null);
  const { ground } = form.values;
  // What was looked into for one ground says nothing of another.
  const result = answer?.ground === ground ? answer.result : null;
  const send = async (dryRun: boolean): Promise<void> => {
    const next = await command.send({ subjectId: id, ground: ground as Ground, dryRun });
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

interface RightsProps<D> {
  /** Of whom it is asked. */
  id: string;
  access: AccessOf<D>;
  erase: Erasing;
}

/** What somebody may ask: all data, or to be forgotten. */
export function Rights<D>({ id, access, erase }: RightsProps<D>) {
  return (
    <section className="panel" aria-labelledby="rechten">
      <Heading level={2} size="level-3" id="rechten">
        {words.title}
      </Heading>
      <Heading level={3} size="level-4">
        {words.access}
      </Heading>
      <p>{words.accessText}</p>
      <Access id={id} of={access} />
      <Heading level={3} size="level-4">
        {words.eraseTitle}
      </Heading>
      <Erase id={id} command={erase} />
    </section>
  );
}
