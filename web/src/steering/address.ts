import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { municipalities } from '../graph/municipalities.generated.ts';
import { type Quarter, quarters, thisYear } from './period.ts';

// What is looked at stands in the address, so that a reload, a link that is sent on and the back button keep it.

export interface Place {
  code: string;
  field: string;
  name: string;
}

export const placeOfField = (field: string | undefined): Place | null => municipalities.find((each) => each.field === field) ?? null;
export const placeOfCode = (code: string | null | undefined): Place | null => municipalities.find((each) => each.code === code) ?? null;

export const FIRST_YEAR = 2024;

/** Gives the value of a part of the address, and a way to change it; what is null leaves the address. */
export const useAddressPart = (name: string): [string | null, (value: string | null) => void] => {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (value: string | null) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          if (value === null) next.delete(name);
          else next.set(name, value);
          // Another question has other pages, and another period another last day.
          next.delete('na');
          if (name === 'jaar' || name === 'kwartaal') next.delete('tot');
          return next;
        },
        { preventScrollReset: true },
      ),
    [name, setParams],
  );
  return [params.get(name), set];
};

export const useYear = (): [number, (year: number) => void] => {
  const [text, set] = useAddressPart('jaar');
  const year = Number(text);
  const known = Number.isInteger(year) && year >= FIRST_YEAR && year <= thisYear() + 1;
  return [known ? year : thisYear(), (next) => set(String(next))];
};

const WHOLE = 'jaar';

/** The quarter that is looked at, null for the whole year; `usual` when the address says nothing. */
export const useQuarter = (usual: Quarter | null): [Quarter | null, (quarter: Quarter | null) => void] => {
  const [text, set] = useAddressPart('kwartaal');
  const quarter = text === WHOLE ? null : (quarters.find((each) => String(each) === text) ?? usual);
  return [quarter, (next) => set(next === null ? WHOLE : String(next))];
};

/** The page of a figure. */
export const figurePath = (
  indicator: string,
  more: { gemeente?: string | undefined; jaar?: number; kwartaal?: Quarter | null; tot?: string; bekend?: string },
): string => {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(more)) if (value !== undefined) params.set(name, value === null ? WHOLE : String(value));
  return `/sturing/cijfer/${indicator}?${params}`;
};
