import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useSettled } from '../../ui/use-settled.ts';
import type { EmployerFilter, EmployerStatus } from './employers.generated.ts';

export interface Filters {
  naam: string;
  gemeente: string;
  status: string;
  nooit: string;
  relatie: string;
}
export interface FiltersState {
  values: Filters;
  set(name: keyof Filters, value: string): void;
}

const names = ['naam', 'gemeente', 'status', 'nooit', 'relatie'] as const;

/** Another search begins at its start. */
const withFilter = (before: URLSearchParams, name: keyof Filters, value: string): URLSearchParams => {
  const next = new URLSearchParams(before);
  if (value === '') next.delete(name);
  else next.set(name, value);
  next.delete('na');
  return next;
};

/** What is searched for, in the address too: reload, back and a link sent on find the same. */
export const useFilters = (): FiltersState => {
  const [params, setParams] = useSearchParams();
  const inAddress = Object.fromEntries(names.map((name) => [name, params.get(name) ?? ''])) as unknown as Filters;
  const [typed, setTyped] = useState(inAddress.naam);
  const settled = useSettled(typed);
  const written = useRef(inAddress.naam);

  // Each letter is no step to go back to, and the address follows when one stops typing.
  useEffect(() => {
    if (settled === written.current) return;
    written.current = settled;
    setParams((before) => withFilter(before, 'naam', settled), { replace: true, preventScrollReset: true });
  }, [settled, setParams]);
  // A link or the back button led to another search.
  useEffect(() => {
    if (inAddress.naam === written.current) return;
    written.current = inAddress.naam;
    setTyped(inAddress.naam);
  }, [inAddress.naam]);

  return {
    values: { ...inAddress, naam: typed },
    set: (name, value) => {
      if (name === 'naam') setTyped(value);
      else setParams((before) => withFilter(before, name, value), { preventScrollReset: true });
    },
  };
};

/** The filter that the graph takes. */
export const filterOf = ({ naam, gemeente, status, nooit, relatie }: Filters): EmployerFilter => ({
  ...(naam.trim() !== '' && { name: naam.trim() }),
  ...(gemeente !== '' && { municipality: gemeente }),
  ...(status !== '' && { status: status as EmployerStatus }),
  ...(nooit !== '' && { neverApproached: true }),
  ...(relatie !== '' && { keyAccount: true }),
});
