import { Navigate, type RouteObject } from 'react-router';
import { beheerRoutes } from '../beheer/routes.ts';
import { deskRoutes } from '../desk/routes.ts';
import { steeringRoutes } from '../steering/routes.ts';
import { uitvoeringRoutes } from '../uitvoering/routes.ts';
import { werkpleinRoutes } from '../werkplein/routes.ts';
import { Broken, NotFound } from './failures.tsx';
import { Frame } from './frame.tsx';
import { useMe } from './me.tsx';
import { menuOf } from './menu.ts';
import { Starting } from './starting.tsx';

/** Where somebody begins. */
const Start = () => <Navigate replace to={menuOf(useMe())[0]?.path ?? '/werkgevers'} />;

/** Every screen: each part of `web/src` names its own, and loads it when it is opened. */
export const routes: RouteObject[] = [
  {
    path: '/',
    element: <Frame />,
    errorElement: <Broken />,
    hydrateFallbackElement: <Starting />,
    children: [
      { index: true, element: <Start /> },
      { path: 'aanmelden', element: <Navigate replace to="/" /> },
      // A screen that breaks leaves the frame standing.
      {
        errorElement: <Broken />,
        children: [...deskRoutes, ...werkpleinRoutes, ...uitvoeringRoutes, ...steeringRoutes, ...beheerRoutes, { path: '*', element: <NotFound /> }],
      },
    ],
  },
];
