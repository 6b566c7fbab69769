import { Button } from '@amsterdam/design-system-react';
import { texts } from '../texts.ts';

/** The screen prints as it stands, on A4. */
export const PrintButton = () => (
  <Button variant="secondary" onClick={() => window.print()}>
    {texts.common.print}
  </Button>
);
