import { steering } from '../texts/steering.ts';
import { StatusBadge, type Tone } from '../ui/badge.tsx';

export type Colour = 'GREEN' | 'AMBER' | 'RED' | 'UNKNOWN';

const tones: Record<Colour, Tone> = { GREEN: 'good', AMBER: 'attention', RED: 'bad', UNKNOWN: 'neutral' };

/** How an agreement goes: a word and a sign, and the colour with them. */
export const ColourBadge = ({ colour }: { colour: Colour }) => <StatusBadge tone={tones[colour]}>{steering.colours[colour]}</StatusBadge>;

/** What asks for attention comes first. */
export const colourOrder: readonly Colour[] = ['RED', 'AMBER', 'UNKNOWN', 'GREEN'];
