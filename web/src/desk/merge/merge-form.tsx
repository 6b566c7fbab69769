import { useState } from 'react';
import { useCommand } from '../../graph/command.ts';
import { desk } from '../../texts/desk.ts';
import { CheckListField, LongTextField, RadioField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { notify } from '../../ui/notice.tsx';
import { useForm } from '../../ui/use-form.ts';
import { Panel } from '../shared/panel.tsx';
import { cityOf } from '../shared/say.ts';
import { Compare } from './compare.tsx';
import { fieldsOf, valueText } from './fields-of.ts';
import { type MergeEmployersInput, MergeEmployersDocument, type SideFragment } from './merge.generated.ts';
import { type Preview, PreviewPanel } from './preview.tsx';

const { merge: words, words: names } = desk;

interface Props {
  sides: readonly [SideFragment, SideFragment];
  onDone: (done: { id: string; name: string; mergeId: string; warnings: readonly string[] }) => void;
}

/** Chooses what stays, shows what would happen, and does it. A preview belongs to the choices that it was made of. */
export const MergeForm = ({ sides, onDone }: Props) => {
  const form = useForm({ survivor: sides[0].id, take: [] as readonly string[], reason: '' });
  const trial = useCommand(MergeEmployersDocument);
  const real = useCommand(MergeEmployersDocument);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [keeps, setKeeps] = useState<Record<string, string>>({});
  const [one, two] = sides;
  const [survivor, vanishing] = form.values.survivor === one.id ? [one, two] : [two, one];
  // Only where the two differ is there something to take over.
  const own = new Map(fieldsOf(survivor).map(({ field, value }) => [field, value]));
  const takeable = fieldsOf(vanishing).filter(({ field, value }) => value !== '' && own.get(field) !== '' && own.get(field) !== value);
  const take = form.values.take.filter((each) => takeable.some(({ field }) => field === each));
  const previewed = JSON.stringify([form.values.survivor, take]);
  const current = preview?.of === previewed ? preview : null;

  const input = (dryRun: boolean): Omit<MergeEmployersInput, 'requestId'> => ({
    dryRun,
    survivorId: survivor.id,
    survivorVersion: survivor.version,
    vanishingId: vanishing.id,
    vanishingVersion: vanishing.version,
    fromVanishing: take as MergeEmployersInput['fromVanishing'],
    ...(form.values.reason.trim() !== '' && { reason: form.values.reason.trim() }),
    ...(!dryRun && { choices: Object.entries(keeps).map(([subject, keep]) => ({ subject, keep: keep as 'SURVIVOR' | 'VANISHING' })) }),
  });
  const run = async (dryRun: boolean): Promise<void> => {
    const result = await (dryRun ? trial : real).send(input(dryRun));
    if (result?.__typename === 'MergePreview') setPreview({ ...result, of: previewed });
    if (result?.__typename === 'MergeRefused') notify(words.refusal[result.refusal]);
    if (result?.__typename === 'EmployerVersionConflict') notify(words.stale);
    if (result?.__typename === 'EmployersMerged')
      onDone({ id: result.employer.id, name: result.employer.name, mergeId: result.mergeId, warnings: result.warnings });
  };
  return (
    <>
      <Compare sides={sides} />
      <Panel title={words.chooseTitle}>
        <Form problem={trial.problem} busy={trial.busy} submit={words.preview} onSubmit={() => void run(true)}>
          <RadioField
            form={form}
            name="survivor"
            path="survivorId"
            label={words.survivor}
            choices={sides.map(({ id, name, branches, kvkNumber }) => ({
              value: id,
              label: [words.side(name, cityOf(branches)), kvkNumber].filter(Boolean).join(', '),
            }))}
          />
          {takeable.length > 0 && (
            <CheckListField
              form={form}
              name="take"
              path="fromVanishing"
              label={words.take}
              hint={words.takeHint}
              choices={takeable.map(({ field, value }) => ({ value: field, label: `${names.mergeField[field]}: ${valueText(field, value)}` }))}
            />
          )}
        </Form>
      </Panel>
      {current && (
        <PreviewPanel preview={current} keeps={keeps} onKeep={(subject, keep) => setKeeps({ ...keeps, [subject]: keep })}>
          <Form problem={real.problem} busy={real.busy} submit={words.submit} onSubmit={() => void run(false)}>
            {current.needsReason && <LongTextField form={form} name="reason" label={words.reason} hint={words.reasonHint} rows={3} />}
          </Form>
        </PreviewPanel>
      )}
    </>
  );
};
