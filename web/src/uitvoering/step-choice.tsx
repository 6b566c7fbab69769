import { Button, Heading, Paragraph } from '@amsterdam/design-system-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { uitvoering } from '../texts/uitvoering.ts';

/** A step that somebody can take now. */
export interface Step {
  key: string;
  label: string;
  /** Whom or what of several it is about: above the form, and to who cannot see beside what the button stands. */
  of?: string;
  /** Its form; `close` puts the choice back. */
  form: (close: () => void) => ReactNode;
}

const nameOf = ({ label, of }: Step): string => (of === undefined ? label : uitvoering.stepOf(label, of));

interface StepChoiceProps {
  steps: readonly Step[];
  /** One of several on a screen: none of its buttons stands out. */
  quiet?: boolean;
}

/** The steps that can be taken: a button each, and the form of the one that was chosen in its place. */
export const StepChoice = ({ steps, quiet = false }: StepChoiceProps) => {
  const [chosen, setChosen] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const buttons = useRef<HTMLDivElement>(null);
  const last = useRef<string | null>(null);
  const step = steps.find(({ key }) => key === chosen);
  const open = step?.key ?? null;
  // The focus follows into the form, and back to the button when it closes.
  useEffect(() => {
    if (open !== null) heading.current?.focus();
    else if (last.current !== null) (buttons.current?.querySelector<HTMLElement>(`[data-step="${last.current}"]`) ?? buttons.current)?.focus();
    last.current = open;
  }, [open, heading, buttons, last]);
  if (step) {
    return (
      <div>
        <Heading level={3} ref={heading} tabIndex={-1} className="step-heading">
          {nameOf(step)}
        </Heading>
        {step.form(() => setChosen((now) => (now === step.key ? null : now)))}
      </div>
    );
  }
  return (
    <div ref={buttons} className="actions" tabIndex={-1}>
      {steps.length === 0 && <Paragraph>{uitvoering.noSteps}</Paragraph>}
      {steps.map((each, index) => (
        <Button
          key={each.key}
          data-step={each.key}
          aria-label={nameOf(each)}
          variant={index === 0 && !quiet ? 'primary' : 'secondary'}
          onClick={() => setChosen(each.key)}
        >
          {each.label}
        </Button>
      ))}
    </div>
  );
};
