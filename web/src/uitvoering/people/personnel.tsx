import { Heading } from '@amsterdam/design-system-react';
import { Link } from 'react-router';
import { useAsk } from '../../graph/ask.ts';
import { employments as words } from '../../texts/personnel.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { dayText } from '../../ui/dates.ts';
import { Answer, Empty } from '../../ui/states.tsx';
import { employmentTone } from '../employments/employment-tone.ts';
import { useMay } from '../may.ts';
import { Guides } from './guides.tsx';
import { Indications } from './indications.tsx';
import { PersonnelDocument, type PersonnelQuery } from './personnel.generated.ts';
import { WswFacts } from './wsw.tsx';

export type Personnel = NonNullable<PersonnelQuery['participant']>;

const Employments = ({ person }: { person: Personnel }) => {
  const may = useMay()('keepEmployments');
  const rows = person.shelteredEmployments ?? [];
  return (
    <section className="panel">
      <Heading level={2}>{words.title}</Heading>
      {rows.length === 0 && <Empty>{words.none}</Empty>}
      <ul className="plain-list">
        {rows.map(({ id, kind, state, startsOn, endsOn }) => (
          <li key={id}>
            <Link to={`/dienstverbanden/${id}`}>{words.kinds[kind]}</Link> <StatusBadge tone={employmentTone[state]}>{words.states[state]}</StatusBadge>
            <div className="small">{words.period(dayText(startsOn), endsOn && dayText(endsOn))}</div>
          </li>
        ))}
      </ul>
      {may && (
        <p>
          <Link to={`/dienstverbanden/nieuw?deelnemer=${person.id}`}>{words.nieuw}</Link>
        </p>
      )}
    </section>
  );
};

/** Whether the indications and Wsw facts of somebody are worth a place: a client has none. */
const ofWsw = ({ client, commissioner, indications, wswWorker }: Personnel): boolean =>
  (client === null && commissioner.reference === null) || (indications ?? []).length > 0 || wswWorker !== null;

/** What is kept of somebody besides services: guides, employments, indications, Wsw facts. */
export const PersonnelParts = ({ id, here }: { id: string; here: boolean }) => (
  <Answer asked={useAsk(PersonnelDocument, { variables: { id } })}>
    {({ participant: person }) =>
      person && (
        <>
          <Guides person={person} here={here} />
          <Employments person={person} />
          {ofWsw(person) && (
            <>
              <Indications person={person} />
              <WswFacts person={person} />
            </>
          )}
        </>
      )
    }
  </Answer>
);
