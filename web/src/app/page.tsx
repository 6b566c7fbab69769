import { Heading } from '@amsterdam/design-system-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { texts } from '../texts.ts';

interface PageProps {
  title: string;
  /** Beside the title, such as a button. */
  actions?: ReactNode;
  children: ReactNode;
}

/** One screen: its title is the heading, the title of the window, and where the focus goes on arriving. */
export const Page = ({ title, actions, children }: PageProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${texts.product}`;
  }, [title]);
  useEffect(() => {
    // A link to a part of the page goes there by itself; a field that asks for the focus keeps it.
    if (location.hash === '' && (document.activeElement === null || document.activeElement === document.body || document.activeElement.closest('header')))
      heading.current?.focus();
  }, []);
  return (
    <>
      <div className="page-head">
        <Heading level={1} ref={heading} tabIndex={-1}>
          {title}
        </Heading>
        {actions !== undefined && <div className="page-actions">{actions}</div>}
      </div>
      {children}
    </>
  );
};
