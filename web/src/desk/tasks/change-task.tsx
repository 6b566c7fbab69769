import { useCommand } from '../../graph/command.ts';
import { texts } from '../../texts.ts';
import { desk } from '../../texts/desk.ts';
import { localInput } from '../../ui/dates.ts';
import { Form } from '../../ui/form.tsx';
import { notify } from '../../ui/notice.tsx';
import { useForm } from '../../ui/use-form.ts';
import { TaskFields, taskFacts, type TaskValues } from './task-fields.tsx';
import { ChangeTaskDocument, type TaskToEditFragment } from './tasks-page.generated.ts';

const { tasks: words } = desk;

/** Another day or title, or somebody else who does it. */
export const ChangeTaskForm = ({ task, onClose }: { task: TaskToEditFragment; onClose: () => void }) => {
  const form = useForm<TaskValues>({ title: task.title, dueOn: task.dueOn, remindAt: task.remindAt === null ? '' : localInput(task.remindAt), who: '' });
  const { send, busy, problem } = useCommand(ChangeTaskDocument);
  return (
    <TaskFields form={form} empty={words.stays}>
      {(colleagues, fields) => {
        const submit = async (): Promise<void> => {
          const result = await send({ taskId: task.id, expectedVersion: task.version, ...taskFacts(form.values, colleagues) });
          if (result?.__typename === 'TaskAlreadyClosed') notify(words.closed);
          if (result?.__typename === 'TaskVersionConflict') notify(words.changed);
          if (result?.__typename !== 'TaskSaved') return;
          notify(result.redirected === null ? words.saved : words.redirected[result.redirected]);
          for (const warning of result.warnings) notify(warning);
          onClose();
        };
        return (
          <Form problem={problem} busy={busy} submit={texts.common.save} onSubmit={() => void submit()} onCancel={onClose}>
            {fields}
          </Form>
        );
      }}
    </TaskFields>
  );
};
