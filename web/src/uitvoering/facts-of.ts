import type { ReactNode } from 'react';

/** A name with its value, as `Facts` shows it. */
export type Fact = readonly [string, ReactNode];

export const fact = (name: string, value: ReactNode): Fact => [name, value];

/** Those that have a value: what does not apply is left out. */
export const applying = (facts: readonly Fact[]): Fact[] =>
  facts.filter(([, value]) => value !== null && value !== undefined && value !== false && value !== '');
