import { Button } from '@amsterdam/design-system-react';
import { type ReactNode, useId, useState } from 'react';

interface OpeningProps {
  label: string;
  /** What of several it is about, to who cannot see beside what the button stands. */
  of?: string;
  variant?: 'primary' | 'secondary' | 'tertiary';
  startsOpen?: boolean;
  /** What is opened; it closes itself by what it is given. */
  children: (close: () => void) => ReactNode;
}

/** A button that opens a form in its place; the focus goes in, and comes back. */
export const Opening = ({ label, of, variant = 'secondary', startsOpen = false, children }: OpeningProps) => {
  const [open, setOpen] = useState(startsOpen);
  const id = useId();
  const name = of === undefined ? label : `${label} ${of}`;
  const button = `${id}-knop`;
  const close = (): void => {
    setOpen(false);
    document.getElementById(button)?.focus();
  };
  return (
    <div className="opening" data-open={open}>
      <Button id={button} type="button" variant={variant} aria-label={name} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {label}
      </Button>
      <section id={id} className="opening-body" aria-label={name} hidden={!open}>
        {open && children(close)}
      </section>
    </div>
  );
};
