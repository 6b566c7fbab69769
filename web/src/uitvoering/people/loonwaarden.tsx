import { Heading } from '@amsterdam/design-system-react';
import { useAsk } from '../../graph/ask.ts';
import { forWerkplein } from '../../graph/municipal.ts';
import { loonwaardeState } from '../../texts/werkplein-law.ts';
import { lawStepWords } from '../../texts/werkplein-law-steps.ts';
import { named } from '../../texts/werkplein-names.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { dayText } from '../../ui/dates.ts';
import { shortNumber } from '../../ui/numbers.ts';
import { Answer } from '../../ui/states.tsx';
import { CarryOutForm } from '../../werkplein/client/carry-out-form.tsx';
import { StepChoice } from '../step-choice.tsx';
import { LoonwaardenOfExpertDocument, type LoonwaardenOfExpertQuery } from './loonwaarden.werkplein.generated.ts';

const { loonwaarde: words } = lawStepWords;

const rowsOf = ({ client }: LoonwaardenOfExpertQuery) => (client && 'loonwaardebepalingen' in client ? (client.loonwaardebepalingen ?? []) : []);

/** What a Werkplein asked the reader to measure of a client; nothing for who was not asked. */
export const Loonwaarden = ({ clientId, municipality }: { clientId: string; municipality: string }) => {
  const asked = useAsk(forWerkplein(LoonwaardenOfExpertDocument, municipality), { variables: { client: clientId } });
  if (asked.data === undefined || rowsOf(asked.data).length === 0) return null;
  return (
    <section className="panel">
      <Heading level={2}>{words.mine}</Heading>
      <Answer asked={asked}>
        {(data) => (
          <>
            <ul className="plain-list">
              {rowsOf(data).map(({ id, functionName, hoursPerWeek, state, plannedOn }) => (
                <li key={id}>
                  {functionName} <StatusBadge>{named(loonwaardeState, state)}</StatusBadge>
                  <div className="small">{words.visit(shortNumber(hoursPerWeek), plannedOn && dayText(plannedOn))}</div>
                </li>
              ))}
            </ul>
            <StepChoice
              quiet
              steps={rowsOf(data)
                .filter(({ state }) => state === 'PLANNED')
                .map((row) => ({
                  key: row.id,
                  label: words.carryOutOf(row.functionName),
                  form: (close) => <CarryOutForm loonwaarde={row} municipality={municipality} close={close} />,
                }))}
            />
          </>
        )}
      </Answer>
    </section>
  );
};
