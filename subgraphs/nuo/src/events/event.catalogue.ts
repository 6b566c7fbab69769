import { type Action, type Principal, scopeOf } from '@werkplein/kernel';
import { viewEmployers } from '../employers/employer.policy.ts';
import { viewParticipants } from '../participants/participant.policy.ts';

/** One type of event. `docs/events.md` is generated from the catalogue. */
export interface EventKind {
  /** Of what kind the id is that the event is of. */
  kind: string;
  /** What happened, in Dutch. */
  text: string;
  /** Who may see it: who may do this with all rows. */
  view: Action;
}

const event = (kind: string, text: string, view: Action = viewEmployers): EventKind => ({ kind, text, view });

/** Everything that the NUO publishes: a new event is a line here and a `publish` in its command. */
export const eventCatalogue = {
  EmployerRegistered: event('Employer', 'Een werkgever is ingeschreven.'),
  BranchAdded: event('Branch', 'Een vestiging is toegevoegd.'),
  ContactPersonAdded: event('ContactPerson', 'Een contactpersoon is toegevoegd.'),
  ContactMomentRecorded: event('ContactMoment', 'Een contact met de werkgever is vastgelegd.'),
  ContactMomentCorrected: event('ContactMoment', 'Een vastgelegd contact is verbeterd.'),
  PlacementStarted: event('Placement', 'Een plaatsing bij de werkgever is vastgelegd.'),
  PlacementEnded: event('Placement', 'Een plaatsing bij de werkgever is beëindigd.'),
  ParticipantRegistered: event('Participant', 'Een deelnemer is ingeschreven.', viewParticipants),
  ParticipantCorrected: event('Participant', 'De gegevens van een deelnemer zijn verbeterd.', viewParticipants),
} as const satisfies Record<string, EventKind>;

export type EventType = keyof typeof eventCatalogue;

/** Types that this principal may see. An event knows no municipality, so who may see only the rows of their own does not see it. */
export const visibleEvents = (principal: Principal): ReadonlySet<string> =>
  new Set(Object.entries(eventCatalogue).flatMap(([type, { view }]) => (scopeOf(principal, view) === 'all' ? [type] : [])));
