import { Outlet } from 'react-router';
import { NotFound } from '../app/failures.tsx';
import { isNuo, useMe } from '../app/me.tsx';

/** The screens of a Werkplein ask the reader's own; the NUO has none. */
export const OfWerkplein = () => (isNuo(useMe()) ? <NotFound /> : <Outlet />);
