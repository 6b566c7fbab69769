import { Navigate, Outlet, useLocation } from 'react-router';
import { NotFound } from '../app/failures.tsx';
import { isNuo, useMe } from '../app/me.tsx';

const ENCODED_COLON = /%3a/gi;

/** The screens of a Werkplein ask the reader's own; the NUO has none. */
export const OfWerkplein = () => {
  const nuo = isNuo(useMe());
  const { pathname, search, hash } = useLocation();
  if (nuo) return <NotFound />;
  // Both spellings name one page; by the one that links have, the part that is open is known.
  const spelled = pathname.replaceAll(ENCODED_COLON, ':');
  if (spelled !== pathname) return <Navigate replace to={{ pathname: spelled, search, hash }} />;
  return <Outlet />;
};
