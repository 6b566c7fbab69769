import { shortNumber } from '../ui/numbers.ts';

/** Who fits a vacancy. */
export const candidates = {
  title: 'Passende kandidaten',
  intro: 'De punten zijn: beroep, uren, reisafstand, werkniveau, rijbewijs, aanpassing van de werkplek, begeleiding en doelgroep.',
  none: 'Er zijn nu geen kandidaten die passen en die u mag zien.',
  unnamed: (number: number) => `Kandidaat ${number}`,
  of: (place: string, score: number, km: number | null) =>
    [`Werkplein ${place}`, `score ${score} van 100`, ...(km === null ? [] : [`${shortNumber(km, 0)} km`])].join(', '),
  looksFor: (occupations: string) => `Zoekt werk als: ${occupations}`,
  propose: (name: string) => `${name} voordragen`,
  explain: 'De voordracht komt bij de werkgever te staan. Leg daar vast wat de werkgever zegt. Wie de kandidaat is, hoort u van het Werkplein.',
};
