import { texts } from '../texts.ts';
import { Waiting } from '../ui/states.tsx';

/** Before it is known who is here, and before the first screen has come. */
export const Starting = () => (
  <main className="starting" aria-busy="true">
    <h1 className="ams-visually-hidden">{texts.product}</h1>
    <Waiting />
  </main>
);
