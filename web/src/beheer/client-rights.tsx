import { useMe } from '../app/me.tsx';
import { useWerkpleinCommand } from '../graph/command.ts';
import { forWerkplein } from '../graph/municipal.ts';
import { Rights } from './rights.tsx';
import { ClientSubjectAccessDocument, EraseClientDocument } from './rights.werkplein.generated.ts';

/** What a client may ask of the own Werkplein. */
export const ClientRights = ({ client }: { client: string }) => (
  <Rights
    id={client}
    access={{ document: forWerkplein(ClientSubjectAccessDocument, useMe().organisation.code), held: ({ werkplein }) => werkplein?.subjectAccess }}
    erase={useWerkpleinCommand(EraseClientDocument)}
  />
);
