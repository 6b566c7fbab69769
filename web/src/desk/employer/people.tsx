import { Link } from 'react-router';
import { desk } from '../../texts/desk.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { Empty } from '../../ui/states.tsx';
import { Panel } from '../shared/panel.tsx';
import { personPath } from '../shared/paths.ts';
import type { EmployerPageQuery } from './employer.generated.ts';

const { employer: words, words: names } = desk;

type Person = NonNullable<NonNullable<EmployerPageQuery['employer']>['contactPersons']>[number];

const PersonLine = ({
  employerId,
  person: { id, name, jobTitle, branch, phone, email, doNotContact, active, preferredChannel, preferenceNote },
}: {
  employerId: string;
  person: Person;
}) => (
  <li>
    <p className="desk-line-head">
      {name}
      {doNotContact && <StatusBadge tone="bad">{words.doNotContact}</StatusBadge>}
      {!active && <StatusBadge>{words.inactive}</StatusBadge>}
    </p>
    <p className="small desk-line-text">{[jobTitle, branch?.name].filter(Boolean).join(' · ')}</p>
    {/* Who asked to be left alone is not one tap away. */}
    {!doNotContact && active && (
      <p className="desk-line-text desk-reach">
        {phone !== null && <a href={`tel:${phone}`}>{phone}</a>}
        {email !== null && <a href={`mailto:${email}`}>{email}</a>}
      </p>
    )}
    {preferredChannel !== null && <p className="small desk-line-text">{words.prefers(names.preferred[preferredChannel])}</p>}
    {preferenceNote !== null && <p className="small desk-line-text">{preferenceNote}</p>}
    <Link className="no-print" to={personPath(employerId, id)} aria-label={desk.edit.changeOf(name)}>
      {desk.edit.change}
    </Link>
  </li>
);

/** Who to ask for; those who do not want to be approached, or left, last. */
export const People = ({ employerId, people }: { employerId: string; people: readonly Person[] }) => (
  <Panel title={words.people} actions={<Link to={personPath(employerId)}>{desk.edit.newPerson}</Link>}>
    {people.length === 0 && <Empty>{words.noPeople}</Empty>}
    <ul className="plain-list">
      {people
        .toSorted(
          (a, b) => Number(a.doNotContact) + 2 * Number(!a.active) - Number(b.doNotContact) - 2 * Number(!b.active) || a.name.localeCompare(b.name, 'nl'),
        )
        .map((person) => (
          <PersonLine key={person.id} employerId={employerId} person={person} />
        ))}
    </ul>
  </Panel>
);
