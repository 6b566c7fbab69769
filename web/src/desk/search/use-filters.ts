import { useState } from 'react';
import { useSearchParams } from 'react-router';
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

/** What is searched for, in the address too: reload, back and a link sent on find the same. */
export const useFilters = (): FiltersState => {
  const [params, setParams] = useSearchParams();
  const inAddress = Object.fromEntries(names.map((name) => [name, params.get(name) ?? ''])) as unknown as Filters;
  // Typing is faster than the address.
  const [typed, setTyped] = useState(inAddress.naam);
  const [address, setAddress] = useState(inAddress.naam);
  if (address !== inAddress.naam) {
    setAddress(inAddress.naam);
    setTyped(inAddress.naam);
  }
  return {
    values: { ...inAddress, naam: typed },
    set: (name, value) => {
      if (name === 'naam') {
        setTyped(value);
        setAddress(value);
      }
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          if (value === '') next.delete(name);
          else next.set(name, value);
          // Another search begins at its start.
          next.delete('na');
          return next;
        },
        // Each letter is no step to go back to.
        { replace: name === 'naam', preventScrollReset: true },
      );
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
