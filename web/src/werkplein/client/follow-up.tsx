import { useAskWerkplein } from '../../graph/ask.ts';
import { useWerkpleinCommand } from '../../graph/command.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { followUpAnswer, outflowResult } from '../../texts/werkplein-law.ts';
import { named } from '../../texts/werkplein-names.ts';
import { dayOf, dayText } from '../../ui/dates.ts';
import { RadioField, TextField } from '../../ui/fields.tsx';
import { Answer, Empty } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { useForm } from '../../ui/use-form.ts';
import { CommandForm } from '../parts/command-form.tsx';
import { choicesOf } from '../parts/inputs.ts';
import { Opening } from '../parts/opening.tsx';
import { Panel } from '../parts/panel.tsx';
import { useSending } from '../parts/sending.ts';
import {
  OutflowFollowUpsDocument,
  type OutflowFollowUpsQuery,
  RecordOutflowFollowUpDocument,
  type RecordOutflowFollowUpMutationVariables,
} from './follow-up.werkplein.generated.ts';

const { followUp: words } = werkpleinTexts;
type FollowUp = NonNullable<NonNullable<OutflowFollowUpsQuery['client']>['outflowFollowUps']>[number];
type Reply = RecordOutflowFollowUpMutationVariables['input']['works'];

const columns: Column<FollowUp>[] = [
  { header: words.observedOn, heads: true, cell: ({ observedOn }) => dayText(observedOn) },
  { header: words.works, cell: ({ works }) => named(followUpAnswer, works) },
  { header: words.benefit, cell: ({ benefit }) => named(followUpAnswer, benefit) },
  { header: words.result, cell: ({ result }) => named(outflowResult, result) },
  { header: words.by, cell: ({ recordedBy }) => recordedBy.name },
];

const RecordForm = ({ clientId, corrects, close }: { clientId: string; corrects: FollowUp | undefined; close: () => void }) => {
  const form = useForm({ observedOn: corrects?.observedOn ?? dayOf(), works: corrects?.works ?? '', benefit: corrects?.benefit ?? '' });
  const sending = useSending(useWerkpleinCommand(RecordOutflowFollowUpDocument), 'OutflowFollowUpRecorded', words.recorded, close);
  const { observedOn, works, benefit } = form.values;
  return (
    <CommandForm
      sending={sending}
      submit={corrects ? words.correct : words.record}
      onCancel={close}
      onSubmit={() => void sending.send({ clientId, observedOn, works: works as Reply, benefit: benefit as Reply, ...(corrects && { corrects: corrects.id }) })}
    >
      <TextField form={form} name="observedOn" type="date" label={words.observedOn} />
      <RadioField form={form} name="works" label={words.worksAsked} choices={choicesOf(followUpAnswer)} />
      <RadioField form={form} name="benefit" label={words.benefitAsked} choices={choicesOf(followUpAnswer)} />
    </CommandForm>
  );
};

/** Whether outflow to work lasts: asked once its term is over. */
export const FollowUpPanel = ({ clientId, dossierId }: { clientId: string; dossierId: string }) => {
  const asked = useAskWerkplein(OutflowFollowUpsDocument, { variables: { client: clientId } });
  return (
    <Panel title={words.title} id="nazien">
      <Answer asked={asked}>
        {({ client }) => {
          const rows = (client?.outflowFollowUps ?? []).filter(({ supersededAt }) => supersededAt === null);
          const current = rows.find((each) => each.dossierId === dossierId);
          return (
            <>
              {rows.length === 0 ? (
                <Empty>{words.none}</Empty>
              ) : (
                <DataTable caption={words.title} hideCaption columns={columns} rows={rows} keyOf={({ id }) => id} />
              )}
              <div className="openings">
                <Opening label={current ? words.correct : words.record}>
                  {(close) => <RecordForm clientId={clientId} corrects={current} close={close} />}
                </Opening>
              </div>
            </>
          );
        }}
      </Answer>
    </Panel>
  );
};
