import { Heading } from '@amsterdam/design-system-react';
import type { ReactNode } from 'react';

/** A part of a screen under its own heading; `id` makes it an address. */
export const Panel = ({ title, id, actions, children }: { title: string; id?: string; actions?: ReactNode; children: ReactNode }) => (
  <section className="panel" {...(id !== undefined && { id })}>
    <div className="panel-head">
      <Heading level={2} size="level-3">
        {title}
      </Heading>
      {actions}
    </div>
    {children}
  </section>
);
