import { Heading } from '@amsterdam/design-system-react';
import { useState } from 'react';
import { learning } from '../texts/workplaces.ts';
import { instantText } from '../ui/dates.ts';
import { LongTextField } from '../ui/fields.tsx';
import { Empty } from '../ui/states.tsx';
import { CommandForm } from './command-form.tsx';
import type { Line } from './learning-line-page.tsx';
import { WriteLearningNoteDocument } from './learning-steps.generated.ts';

/** What uitvoering writes for itself, the newest first. */
export const LearningNotes = ({ line: { id, notes } }: { line: Line }) => {
  // Another note begins with an empty form.
  const [written, setWritten] = useState(0);
  return (
    <section className="panel">
      <Heading level={2}>{learning.notes}</Heading>
      <p className="small">{learning.notesLead}</p>
      <CommandForm
        key={written}
        document={WriteLearningNoteDocument}
        initial={{ text: '' }}
        draft={`notitie-${id}`}
        input={({ text }) => ({ learningLineId: id, text })}
        submit={learning.save}
        done={learning.done.note}
        onDone={() => setWritten(written + 1)}
      >
        {(form) => <LongTextField form={form} name="text" label={learning.note} rows={3} />}
      </CommandForm>
      {(notes ?? []).length === 0 && <Empty>{learning.noNotes}</Empty>}
      <ul className="plain-list notes">
        {(notes ?? []).map((note) => (
          <li key={note.id}>
            <p>{note.text}</p>
            <span className="small">
              {note.authorName} · {instantText(note.writtenAt)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
