import { SkipLink } from '@amsterdam/design-system-react';
import { useState } from 'react';
import { NavLink, Outlet, ScrollRestoration, useNavigation } from 'react-router';
import { texts } from '../texts.ts';
import { Notices } from '../ui/notice.tsx';
import { useMe } from './me.tsx';
import { groupsOf, menuOf } from './menu.ts';
import { NoNetwork } from './no-network.tsx';
import { Sign } from './sign.tsx';
import { SessionEnded } from './session-ended.tsx';
import { SignOut } from './sign-out.tsx';
import { WaitingToBeSent } from './waiting-to-be-sent.tsx';

/** What stands around every screen: whose it is, the menu, and who is signed in. */
export const Frame = () => {
  const me = useMe();
  const [open, setOpen] = useState(false);
  // The screen that was there stays until the program of the next one has come.
  const underWay = useNavigation().state !== 'idle';
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
            <SignOut />
          </div>
        </div>
        <nav id="hoofdmenu" className="frame-menu" aria-label={texts.menu.label} data-open={open}>
          {groupsOf(menuOf(me)).map(({ name, items }) => (
            <div key={name} className="frame-menu-group">
              {name !== null && <span id={`menu-${name}`}>{name}</span>}
              <ul {...(name !== null && { 'aria-labelledby': `menu-${name}` })}>
                {items.map(({ path, label }) => (
                  <li key={path}>
                    <NavLink to={path} onClick={() => setOpen(false)}>
                      {label}
                    </NavLink>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
      </header>
      <main id="inhoud" className="frame-main" tabIndex={-1} aria-busy={underWay}>
        {underWay && <div className="frame-under-way" role="progressbar" aria-label={texts.common.waiting} />}
        <NoNetwork />
        <WaitingToBeSent />
        <Outlet />
      </main>
      <Notices />
      <SessionEnded />
      <ScrollRestoration />
    </>
  );
};
