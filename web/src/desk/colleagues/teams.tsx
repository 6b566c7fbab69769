import { useState } from 'react';
import { useAsk } from '../../graph/ask.ts';
import { useCommand } from '../../graph/command.ts';
import { texts } from '../../texts.ts';
import { desk } from '../../texts/desk.ts';
import { CheckListField, TextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { notify } from '../../ui/notice.tsx';
import { Answer, Empty } from '../../ui/states.tsx';
import { useForm } from '../../ui/use-form.ts';
import { Panel } from '../shared/panel.tsx';
import { namesOf } from '../shared/say.ts';
import { TeamsDocument, type TeamsQuery } from '../tasks/tasks-page.generated.ts';
import { activeChoices, colleagueOf, keyOfPerson } from './choices.ts';
import { ChangeTeamDocument, CreateTeamDocument } from './colleagues.generated.ts';
import type { Colleague } from './use-colleagues.ts';

const { colleagues: words } = desk;

type Team = NonNullable<TeamsQuery['teams']>['nodes'][number];
type Values = { name: string; members: readonly string[] };

const TeamForm = ({ team, colleagues, onClose }: { team: Team | null; colleagues: readonly Colleague[]; onClose: () => void }) => {
  const form = useForm<Values>({ name: team?.name ?? '', members: team?.members.map(({ employee }) => keyOfPerson(employee)) ?? [] });
  const create = useCommand(CreateTeamDocument);
  const change = useCommand(ChangeTeamDocument);
  const submit = async (): Promise<void> => {
    const members = form.values.members.flatMap((key) => {
      const one = colleagueOf(colleagues, key);
      return one ? [{ employeeId: one.id, organisation: one.organisation.code }] : [];
    });
    const { name } = form.values;
    const result = await (team ? change.send({ teamId: team.id, expectedVersion: team.version, name, members }) : create.send({ name, members }));
    if (!result) return;
    notify({ TeamSaved: words.saved, TeamNameTaken: words.taken, TeamVersionConflict: words.conflict }[result.__typename]);
    if (result.__typename === 'TeamSaved') onClose();
  };
  return (
    <Form
      problem={create.problem ?? change.problem}
      busy={create.busy || change.busy}
      submit={texts.common.save}
      onSubmit={() => void submit()}
      onCancel={onClose}
    >
      <TextField form={form} name="name" label={words.teamName} />
      <div className="desk-choose">
        <CheckListField form={form} name="members" label={words.members} choices={activeChoices(colleagues)} />
      </div>
    </Form>
  );
};

/** Teams: a task can be given to one, and whoever is free takes it. */
export const Teams = ({ colleagues }: { colleagues: readonly Colleague[] }) => {
  const [open, setOpen] = useState<string | null>(null);
  const close = (): void => setOpen(null);
  return (
    <Panel
      title={words.teams}
      actions={
        <button type="button" className="link-button" aria-expanded={open === ''} onClick={() => setOpen(open === '' ? null : '')}>
          {words.newTeam}
        </button>
      }
    >
      {open === '' && <TeamForm team={null} colleagues={colleagues} onClose={close} />}
      <Answer asked={useAsk(TeamsDocument)}>
        {({ teams }) =>
          teams && (
            <>
              {teams.nodes.length === 0 && <Empty>{words.noTeams}</Empty>}
              <ul className="plain-list">
                {teams.nodes.map((team) => (
                  <li key={team.id}>
                    <div className="desk-line">
                      <div>
                        <p className="desk-line-head">{team.name}</p>
                        <p className="small desk-line-text">{namesOf(team.members.map(({ employee }) => employee))}</p>
                      </div>
                      <button
                        type="button"
                        className="link-button"
                        aria-expanded={open === team.id}
                        aria-label={words.teamOf(team.name)}
                        onClick={() => setOpen(open === team.id ? null : team.id)}
                      >
                        {desk.edit.change}
                      </button>
                    </div>
                    {open === team.id && <TeamForm team={team} colleagues={colleagues} onClose={close} />}
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Answer>
    </Panel>
  );
};
