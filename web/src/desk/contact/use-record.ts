import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useMe } from '../../app/me.tsx';
import { forget, keep, type Unsent } from '../../graph/outbox.ts';
import type { Problem } from '../../graph/problems.ts';
import { desk } from '../../texts/desk.ts';
import { notify } from '../../ui/notice.tsx';
import { sendUnsent } from './send-unsent.ts';

const { contact } = desk;

/** Keeps a command in this browser and sends it at once when that can be. Gives whether the form is done with it. */
export const useRecord = () => {
  const me = useMe();
  const client = useApolloClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const record = async (item: Omit<Unsent, 'requestId' | 'refused' | 'path'>, pathOf: (requestId: string) => string, instead?: string): Promise<boolean> => {
    // From here on it is one request, however often it is sent and whatever happens to this page.
    const requestId = crypto.randomUUID();
    keep(me, { ...item, requestId, path: pathOf(requestId), refused: null });
    if (instead !== undefined) forget(me, instead);
    setBusy(true);
    setProblem(null);
    const outcome = (await sendUnsent(client, me, requestId)).get(requestId);
    setBusy(false);
    if (outcome?.kind === 'refused') {
      // It stands in the form still.
      forget(me, requestId);
      setProblem(outcome.problem);
      await client.refetchQueries({ include: 'active' });
      return false;
    }
    const warnings = outcome?.kind === 'sent' ? outcome.warnings : [];
    if (outcome?.kind === 'waits') notify(contact.kept);
    else for (const text of warnings.length > 0 ? warnings.map(contact.warning) : [contact.done]) notify(text);
    return true;
  };
  return { record, busy, problem, setProblem };
};
