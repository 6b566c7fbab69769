import { NUO } from '@werkplein/kernel';
import { reachesCaller } from './gateway-only.ts';
import type { Listener } from './matrix.ts';
import { type Caller, secretOf, type World, worlds } from './worlds.ts';

// Every text about a client carries a marker of its world, in the database of the Werkplein and in that of the NUO.

interface Marker {
  text: string;
  world: World;
  /** What the marker stands for. */
  of: 'client' | 'bsn' | 'participant' | 'id' | 'profile' | 'candidate';
}

const markers: readonly Marker[] = worlds.flatMap((world) => [
  { text: `${secretOf(world)}-voornaam`, world, of: 'client' as const },
  { text: `${secretOf(world)}-achternaam`, world, of: 'client' as const },
  { text: `${secretOf(world)}-straat`, world, of: 'client' as const },
  { text: world.ownReference, world, of: 'client' as const },
  { text: `${secretOf(world)}-deelnemer`, world, of: 'participant' as const },
  { text: world.bsn, world, of: 'bsn' as const },
  { text: world.clientId, world, of: 'id' as const },
  { text: `${secretOf(world)}-beroep`, world, of: 'profile' as const },
  { text: world.candidateId, world, of: 'candidate' as const },
]);

/** The markers in a text; ids of clients stand in logs as they do in the audit log. */
export const markersIn = (text: string): string[] =>
  markers.filter((marker) => !['id', 'candidate'].includes(marker.of) && text.includes(marker.text)).map((marker) => marker.text);

const regie = ['klantregisseur', 'kwaliteitsmedewerker'];
const uitvoering = ['trajectbegeleider', 'jobcoach', 'werkleider', 'detacheringsconsulent'];

/** Written down here by hand, from domain.md §7: a third source beside the code and its tables. */
const mayHold = ({ organisation, roles }: Caller, { world, of }: Marker): boolean => {
  const isOne = (names: readonly string[]): boolean => roles.some((role) => names.includes(role));
  const candidate = of === 'profile' || of === 'candidate';
  if (of === 'bsn') return false;
  if (organisation !== NUO)
    return (
      of !== 'participant' && organisation === world.municipality.code && (isOne([...regie, 'privacyofficer']) || (candidate && isOne(['accountmanager'])))
    );
  if (candidate) return isOne([...uitvoering, 'accountmanager', 'coordinator']) && (of === 'candidate' || world.disclosed);
  // All that the NUO has itself, for the person who asks for it (AVG art. 15).
  if (of !== 'client' && isOne(['privacyofficer'])) return true;
  return isOne(uitvoering) && (of !== 'client' || world.disclosed);
};

/** Scans every answer. What the caller sent may come back. */
export const canary =
  (report: (marker: string, caller: Caller) => void): Listener =>
  (caller, _, question, answer) => {
    const asked = JSON.stringify(question);
    const shown = reachesCaller(question, answer);
    for (const marker of markers) if (shown.includes(marker.text) && !asked.includes(marker.text) && !mayHold(caller, marker)) report(marker.text, caller);
  };
