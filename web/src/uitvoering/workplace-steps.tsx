import { texts } from '../texts.ts';
import { workplaces } from '../texts/workplaces.ts';
import type { Step } from './step-choice.tsx';
import { stepForm } from './step-form.tsx';
import { GroupFields, groupInput, groupValues } from './work-group-fields.tsx';
import { type InGroup, WorkplaceFields, workplaceInput, workplaceValues } from './workplace-fields.tsx';
import { SaveWorkGroupDocument, SaveWorkplaceDocument, type WorkplaceQuery } from './workplaces.generated.ts';

type Workplace = NonNullable<WorkplaceQuery['workplace']>;

/** Where a workplace is added to a group. */
export const addToGroupPath = ({ id, name, kind }: InGroup): string => `/werkplekken/nieuw?${new URLSearchParams({ groep: id, naam: name, soort: kind })}`;

const change = (row: Workplace): Step =>
  stepForm({
    key: 'change',
    label: workplaces.change,
    submit: texts.common.save,
    document: SaveWorkplaceDocument,
    initial: workplaceValues(row, row.group),
    draft: `werkplek-${row.id}`,
    input: (values) => ({ ...workplaceInput(values, row.group), workplaceId: row.id, expectedVersion: row.version }),
    done: workplaces.changed,
    fields: (form) => <WorkplaceFields form={form} group={row.group} />,
  });

const changeGroup = (group: NonNullable<Workplace['group']>): Step =>
  stepForm({
    key: 'changeGroup',
    label: workplaces.changeGroup,
    submit: texts.common.save,
    document: SaveWorkGroupDocument,
    initial: groupValues(group),
    draft: `groep-${group.id}`,
    input: (values) => ({ ...groupInput(values), workGroupId: group.id, expectedVersion: group.version }),
    done: workplaces.groupChanged,
    fields: (form) => <GroupFields form={form} />,
  });

/** What planners change of a workplace and of the group that it belongs to. */
export const workplaceSteps = (row: Workplace): Step[] => [change(row), ...(row.group ? [changeGroup(row.group)] : [])];
