import { createContext, useContext } from 'react';
import type { MeQuery } from './me.generated.ts';

/** Who is signed in. */
export type Me = NonNullable<MeQuery['me']>;

const Context = createContext<Me | null>(null);
export const MeProvider = Context.Provider;

/** Who is signed in; only below the frame, which asks it first. */
export const useMe = (): Me => {
  const me = useContext(Context);
  if (!me) throw new Error('nobody is signed in here');
  return me;
};

export const NUO = 'nuo';
/** Whether somebody of the NUO; otherwise of a Werkplein. */
export const isNuo = ({ organisation }: Me): boolean => organisation.code === NUO;
export const hasRole = ({ roles }: Me, ...wanted: string[]): boolean => wanted.some((each) => roles.includes(each));
