import { Link } from 'react-router';
import { texts } from '../../texts.ts';

/** An id as part of an address; the colon after the organisation may stand there, and does in the address that the browser shows. */
export const idPath = (id: string): string => encodeURIComponent(id).replaceAll('%3A', ':');

/** Address of a client's page, or of a part of it. */
export const clientPath = (id: string, part = ''): string => `/clienten/${idPath(id)}${part === '' ? '' : `/${part}`}`;

/** Leads to a client, by name; a name that is not known here is said to be so. */
export const ClientLink = ({ client, part }: { client: { id: string; displayName: string | null } | null; part?: string }) =>
  client ? <Link to={clientPath(client.id, part)}>{client.displayName ?? texts.common.notShown}</Link> : texts.common.notShown;
