import '../desk.css';
import { Field, Label, TextInput } from '@amsterdam/design-system-react';
import { useState } from 'react';
import { Page } from '../../app/page.tsx';
import { desk } from '../../texts/desk.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { dayText } from '../../ui/dates.ts';
import { Answer, Empty } from '../../ui/states.tsx';
import { Panel } from '../shared/panel.tsx';
import { keyOfPerson } from './choices.ts';
import { LeavingForm } from './leaving-form.tsx';
import { RegisterForm } from './register-form.tsx';
import { Teams } from './teams.tsx';
import { type Colleague, useColleagues } from './use-colleagues.ts';

const { colleagues: words } = desk;

const ColleagueLine = ({ colleague }: { colleague: Colleague }) => {
  const [open, setOpen] = useState(false);
  const { employee, active, leavesOn } = colleague;
  return (
    <li>
      <div className="desk-line">
        <div>
          <p className="desk-line-head">
            {employee.name}
            {!active && <StatusBadge>{words.away}</StatusBadge>}
          </p>
          <p className="small desk-line-text">
            {[employee.organisation.name, leavesOn !== null && words.leaves(dayText(leavesOn))].filter(Boolean).join(' · ')}
          </p>
        </div>
        <button type="button" className="link-button" aria-expanded={open} aria-label={words.changeOf(employee.name)} onClick={() => setOpen(!open)}>
          {words.change}
        </button>
      </div>
      {open && <LeavingForm colleague={colleague} onClose={() => setOpen(false)} />}
    </li>
  );
};

/** More are found by name. */
const MOST = 12;

const ColleagueList = ({ all }: { all: readonly Colleague[] }) => {
  const [name, setName] = useState('');
  const found = all.filter(({ employee }) => employee.name.toLowerCase().includes(name.trim().toLowerCase()));
  return (
    <>
      <Field className="desk-narrow stacked">
        <Label htmlFor="zoek-collega">{words.filter}</Label>
        <TextInput id="zoek-collega" value={name} autoComplete="off" onChange={({ target }) => setName(target.value)} />
      </Field>
      {found.length === 0 && <Empty>{words.none}</Empty>}
      <ul className="plain-list">
        {found.slice(0, MOST).map((colleague) => (
          <ColleagueLine key={keyOfPerson(colleague.employee)} colleague={colleague} />
        ))}
      </ul>
      {found.length > MOST && <p className="small">{words.more(found.length - MOST)}</p>}
    </>
  );
};

/** Who work with employers, of all organisations, and their teams. */
export const ColleaguesPage = () => {
  const asked = useColleagues();
  return (
    <Page title={words.title}>
      <div className="columns">
        <Panel title={words.list}>
          <Answer asked={asked}>{(all) => <ColleagueList all={all} />}</Answer>
        </Panel>
        <div>
          <Teams colleagues={asked.data ?? []} />
          <RegisterForm />
        </div>
      </div>
    </Page>
  );
};
