import { Navigate, Outlet, useLocation } from 'react-router';
import { NotFound } from '../app/failures.tsx';
import { isNuo, useMe } from '../app/me.tsx';

const ENCODED_COLON = '%3A';

/** The screens of a Werkplein ask the reader's own; the NUO has none. */
export const OfWerkplein = () => {
  const nuo = isNuo(useMe());
  const { pathname, search, hash } = useLocation();
  if (nuo) return <NotFound />;
  // Both spellings name one page; by the one that links have, the part that is open is known.
  if (pathname.includes(ENCODED_COLON)) return <Navigate replace to={{ pathname: pathname.replaceAll(ENCODED_COLON, ':'), search, hash }} />;
  return <Outlet />;
};
