import { NavLink, Outlet, useOutletContext, useParams } from 'react-router';
import { NotFound } from '../../app/failures.tsx';
import { Page } from '../../app/page.tsx';
import { useAskWerkplein } from '../../graph/ask.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { dayText } from '../../ui/dates.ts';
import { Answer } from '../../ui/states.tsx';
import { DossierBadge } from '../parts/badges.tsx';
import { clientPath } from '../parts/client-link.tsx';
import { ClientHeadDocument, type ClientHeadQuery } from './client.werkplein.generated.ts';
import '../werkplein.css';

const { client: words } = werkpleinTexts;

/** The client of the screen, as every part of it knows them. */
export type ClientHead = NonNullable<ClientHeadQuery['client']>;
export const useClient = (): ClientHead => useOutletContext<ClientHead>();

/** The field of a dossier that is open still. */
export const isOpen = ({ dossier }: ClientHead): boolean => dossier !== null && dossier.closedOn === null;

const parts = [
  ['', words.parts.overview],
  ['plan', words.parts.plan],
  ['opdrachten', words.parts.orders],
  ['delen', words.parts.sharing],
  ['voorzieningen', words.parts.law],
  ['vacatures', words.parts.vacancies],
] as const;

const Summary = ({ client: { birthDate, dossier, klantregisseur } }: { client: ClientHead }) => (
  <p className="client-summary">
    {dossier && <DossierBadge status={dossier.status} />}
    {birthDate !== null && <span>{words.born(dayText(birthDate))}</span>}
    <span>{klantregisseur ? words.directedBy(klantregisseur.name) : words.directedByNobody}</span>
  </p>
);

/** A client of this Werkplein: who it is, and the parts of the file. Of nobody else anything is shown, not even that they exist. */
export const ClientScreen = () => {
  const { id = '' } = useParams();
  const asked = useAskWerkplein(ClientHeadDocument, { variables: { client: id } });
  const client = asked.data?.client ?? null;
  const unknown = !asked.waiting && asked.problem === null && asked.absent.length === 0 && (client === null || client.registeredOn === null);
  if (unknown) return <NotFound />;
  return (
    <Page key={id} title={client?.displayName ?? words.title}>
      <Answer asked={asked}>
        {() =>
          client && (
            <>
              <Summary client={client} />
              <nav className="parts" aria-label={words.partsLabel}>
                {parts.map(([part, label]) => (
                  <NavLink key={part} to={clientPath(id, part)} end={part === ''}>
                    {label}
                  </NavLink>
                ))}
              </nav>
              <Outlet context={client} />
            </>
          )
        }
      </Answer>
    </Page>
  );
};
