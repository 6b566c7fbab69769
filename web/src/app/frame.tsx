import { SkipLink } from '@amsterdam/design-system-react';
import { useState } from 'react';
import { NavLink, Outlet, ScrollRestoration } from 'react-router';
import { signOut } from '../graph/session.ts';
import { texts } from '../texts.ts';
import { Notices } from '../ui/notice.tsx';
import { useMe } from './me.tsx';
import { menuOf } from './menu.ts';
import { Sign } from './sign.tsx';
import { SessionEnded } from './session-ended.tsx';

/** What stands around every screen: whose it is, the menu, and who is signed in. */
export const Frame = () => {
  const me = useMe();
  const [open, setOpen] = useState(false);
  return (
    <>
      <SkipLink href="#inhoud">{texts.common.skip}</SkipLink>
      <header className="frame-head">
        <div className="frame-bar">
          <span className="frame-brand">
            <Sign />
            <span>
              <strong>{me.organisation.name}</strong> <span className="frame-product">{texts.product}</span>
            </span>
          </span>
          <button type="button" className="frame-menu-button" aria-expanded={open} aria-controls="hoofdmenu" onClick={() => setOpen(!open)}>
            {texts.menu.open}
          </button>
          <div className="frame-user">
            <span>{me.name}</span>
            <button type="button" className="frame-sign-out" onClick={() => void signOut()}>
              {texts.session.signOut}
            </button>
          </div>
        </div>
        <nav id="hoofdmenu" className="frame-menu" aria-label={texts.menu.label} data-open={open}>
          <ul>
            {menuOf(me).map(({ path, label }) => (
              <li key={path}>
                <NavLink to={path} onClick={() => setOpen(false)}>
                  {label}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main id="inhoud" className="frame-main" tabIndex={-1}>
        <Outlet />
      </main>
      <Notices />
      <SessionEnded />
      <ScrollRestoration />
    </>
  );
};
