import { FieldSet, Radio } from '@amsterdam/design-system-react';
import type { ReactNode } from 'react';
import { desk } from '../../texts/desk.ts';
import { type Column, DataTable } from '../../ui/table.tsx';
import { Panel } from '../shared/panel.tsx';
import type { MergeEmployersMutation } from './merge.generated.ts';
import { countsText } from './counts-text.ts';
import { valueText } from './fields-of.ts';

const { merge: words, words: names } = desk;

type Result = NonNullable<NonNullable<MergeEmployersMutation['nuo']>['mergeEmployers']>;
/** What would happen, with the choices that it was made of. */
export type Preview = Extract<Result, { __typename: 'MergePreview' }> & { of: string };

interface Props {
  preview: Preview;
  /** What stays of what only one can have. */
  keeps: Readonly<Record<string, string>>;
  onKeep: (subject: string, keep: string) => void;
  children: ReactNode;
}

const sides = [
  ['SURVIVOR', words.keepSurvivor],
  ['VANISHING', words.keepVanishing],
] as const;

const columns: Column<Preview['fields'][number]>[] = [
  { header: words.field, heads: true, cell: ({ field }) => names.mergeField[field] },
  { header: words.stays, cell: ({ field, survivor }) => valueText(field, survivor) },
  { header: words.goes, cell: ({ field, vanishing }) => valueText(field, vanishing) },
  { header: words.becomes, cell: ({ field, result }) => <strong>{valueText(field, result)}</strong> },
];

/** What merging would do, before it is done. */
export const PreviewPanel = ({ preview, keeps, onKeep, children }: Props) => (
  <div aria-live="polite">
    <Panel title={words.previewTitle} className="desk-attention">
      <p className="stacked">
        {preview.counts.some(({ count }) => count > 0) ? words.moves(countsText(preview.counts)) : words.nothing}{' '}
        {preview.samePersons > 0 && words.samePersons(preview.samePersons)}
      </p>
      <DataTable caption={words.previewTitle} hideCaption rows={preview.fields} keyOf={({ field }) => field} columns={columns} />
      {preview.toChoose.map(({ subject, message }) => (
        <FieldSet key={subject} legend={message} role="radiogroup" className="stacked">
          {sides.map(([side, label]) => (
            <Radio key={side} name={subject} value={side} checked={keeps[subject] === side} onChange={() => onKeep(subject, side)}>
              {label}
            </Radio>
          ))}
        </FieldSet>
      ))}
      {children}
    </Panel>
  </div>
);
