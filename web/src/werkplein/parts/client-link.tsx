import { Link } from 'react-router';
import { texts } from '../../texts.ts';

/** Address of a client's page, or of a part of it. */
export const clientPath = (id: string, part = ''): string => `/clienten/${encodeURIComponent(id)}${part === '' ? '' : `/${part}`}`;

/** Leads to a client, by name; a name that is not known here is said to be so. */
export const ClientLink = ({ client, part }: { client: { id: string; displayName: string | null } | null; part?: string }) =>
  client ? <Link to={clientPath(client.id, part)}>{client.displayName ?? texts.common.notShown}</Link> : texts.common.notShown;
