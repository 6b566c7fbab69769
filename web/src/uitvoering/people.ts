import { municipalities } from '../graph/municipalities.generated.ts';
import { uitvoering } from '../texts/uitvoering.ts';

interface Person {
  client?: { displayName?: string | null } | null;
  participant?: { name?: string | null; commissioner?: { reference: string | null } | null } | null;
  name?: string | null;
  commissioner?: { reference: string | null } | null;
}

/** Who it is: by the Werkplein, of a Wsw worker by the NUO, of somebody of UWV the number that UWV uses. */
export const personName = ({ client, participant, name, commissioner }: Person): string => {
  const known = client?.displayName ?? name ?? participant?.name;
  const reference = commissioner?.reference ?? participant?.commissioner?.reference;
  return known ?? (reference == null ? uitvoering.noName : uitvoering.number(reference));
};

/** Whether somebody comes from UWV (null) or from a municipality without a Werkplein here: the coordinator speaks for those. */
export const isThirdParty = (municipality: string | null): boolean => !municipalities.some(({ code }) => code === municipality);
