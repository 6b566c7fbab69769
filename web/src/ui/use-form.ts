import { useCallback, useEffect, useState } from 'react';
import { useMe } from '../app/me.tsx';

export type FormValue = string | boolean | readonly string[];
export type FormValues = Record<string, FormValue>;

export interface FormState<V extends FormValues> {
  values: V;
  set<K extends keyof V & string>(name: K, value: V[K]): void;
  /** Puts it all back as it was at first; a draft that was kept is gone. */
  reset(): void;
  /** What stands here was found as a draft, from before. */
  restored: boolean;
}

const stored = <V extends FormValues>(key: string | null, initial: V): V | null => {
  const text = key === null ? null : localStorage.getItem(key);
  if (text === null) return null;
  try {
    return { ...initial, ...(JSON.parse(text) as V) };
  } catch {
    return null;
  }
};

/**
 * What is typed in a form. With a `draft` name it is kept in this browser, for this person, until it is sent, reset or they sign out:
 * a lost network, a closed tab or a flat battery loses nothing.
 */
export const useForm = <V extends FormValues>(initial: V, draft: string | null = null): FormState<V> => {
  const me = useMe();
  const key = draft === null ? null : `concept:${me.organisation.code}:${me.id}:${draft}`;
  const [first] = useState(initial);
  const [restored] = useState(() => stored(key, initial));
  const [values, setValues] = useState<V>(restored ?? initial);
  const [touched, setTouched] = useState(false);
  useEffect(() => {
    if (touched && key !== null) localStorage.setItem(key, JSON.stringify(values));
  }, [touched, key, values]);
  return {
    values,
    set: useCallback((name, value) => {
      setTouched(true);
      setValues((before) => ({ ...before, [name]: value }));
    }, []),
    reset: () => {
      setTouched(false);
      setValues(first);
      if (key !== null) localStorage.removeItem(key);
    },
    restored: restored !== null,
  };
};
