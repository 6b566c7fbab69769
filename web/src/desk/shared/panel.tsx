import { Heading } from '@amsterdam/design-system-react';
import { type ReactNode, useId } from 'react';

/** A part of a screen with its heading, which is also its name for screen readers. */
export const Panel = ({ title, actions, className, children }: { title: string; actions?: ReactNode; className?: string; children: ReactNode }) => {
  const id = useId();
  return (
    <section className={`panel ${className ?? ''}`} aria-labelledby={id}>
      <div className="desk-panel-head">
        <Heading level={2} size="level-3" id={id}>
          {title}
        </Heading>
        {actions}
      </div>
      {children}
    </section>
  );
};
