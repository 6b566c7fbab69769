import { Heading } from '@amsterdam/design-system-react';
import { type ReactNode, useId } from 'react';
import { texts } from '../../texts.ts';
import { useNarrow } from '../../ui/use-narrow.ts';

interface PanelProps {
  title: string;
  actions?: ReactNode;
  className?: string;
  /** On a phone it is opened by whoever wants it. */
  folds?: boolean;
  children: ReactNode;
}

/** A part of a screen with its heading, which is also its name for screen readers. */
export const Panel = ({ title, actions, className, folds = false, children }: PanelProps) => {
  const id = useId();
  const folded = useNarrow() && folds;
  return (
    <section className={`panel ${className ?? ''}`} aria-labelledby={id}>
      <div className="desk-panel-head">
        <Heading level={2} size="level-3" id={id}>
          {title}
        </Heading>
        {actions}
      </div>
      {folded ? (
        <details>
          <summary>
            {texts.common.show}
            <span className="ams-visually-hidden">: {title}</span>
          </summary>
          {children}
        </details>
      ) : (
        children
      )}
    </section>
  );
};
