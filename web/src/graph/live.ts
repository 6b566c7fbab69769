import { useEffect, useRef, useState } from 'react';

/** What the gateway says has happened; it holds ids, never a name or a text. */
export interface LiveEvent {
  type: string;
  /** The employer at whom it happened, when it was at one. */
  employerId: string | null;
}

/** Kinds of events that change something for who works with employers; a browser hears only kinds that it names. */
const KINDS = `
ContactPlanned ContactPlanJoined ContactPlanRescheduled ContactPlanCancelled ContactPlanCarriedOut ContactPlanHandOverAsked ContactPlanHandOverOffered
ContactPlanHandOverRefused ContactPlanTakenOver ContactMomentRecorded ContactMomentCorrected ContactPersonAdded ContactPersonChanged
BranchAdded BranchChanged EmployerRegistered EmployerChanged EmployersMerged MergeUndone DuplicateSignalRaised DuplicateDecided
AccountOwnerAssigned AccountChanged AccountClosed AccountOpened AccountHandOverOffered AccountHandOverAccepted AccountHandOverRefused
AccountHandOverWithdrawn TaskCreated TaskCompleted TaskCancelled CandidateProposed ProposalChanged
VacancyRegistered VacancyChanged VacancyFilled VacancyWithdrawn PlacementProposed PlacementAgreed PlacementRejected PlacementPlanned
PlacementStarted PlacementExtended PlacementEnded PlacementCancelled
`
  .trim()
  .split(/\s+/);
/** What was missed is no longer kept: everything is to be asked again. */
export const RELOAD = 'reload';

const AGAIN_MS = 30_000;
/** Events come in bursts: one command may cause several. */
const GATHER_MS = 400;

/**
 * Follows what happens at the nuo and calls `onEvents` with what came, gathered for a moment. Gives whether it is being followed now:
 * the browser comes back by itself, from where it was.
 */
export const useLive = (onEvents: (events: readonly LiveEvent[]) => void): boolean => {
  const [live, setLive] = useState(false);
  const listener = useRef(onEvents);
  useEffect(() => {
    listener.current = onEvents;
  });
  useEffect(() => {
    let source: EventSource | null = null;
    let retry: ReturnType<typeof setTimeout> | undefined;
    let gathering: ReturnType<typeof setTimeout> | undefined;
    let gathered: LiveEvent[] = [];
    const take = ({ type, data }: MessageEvent<string>): void => {
      const { subject } = JSON.parse(data) as { subject?: string };
      gathered.push({ type, employerId: subject ?? null });
      gathering ??= setTimeout(() => {
        gathering = undefined;
        const events = gathered;
        gathered = [];
        listener.current(events);
      }, GATHER_MS);
    };
    const open = (): void => {
      source = new EventSource('/events');
      source.addEventListener('open', () => setLive(true));
      source.addEventListener('error', () => {
        setLive(false);
        // Refused, as when the session has ended: the browser gives up by itself.
        if (source?.readyState === EventSource.CLOSED) retry = setTimeout(open, AGAIN_MS);
      });
      for (const kind of [...KINDS, RELOAD]) source.addEventListener(kind, take as (event: Event) => void);
    };
    open();
    return () => {
      clearTimeout(retry);
      clearTimeout(gathering);
      source?.close();
    };
  }, []);
  return live;
};
