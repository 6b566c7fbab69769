import { useEffect, useState } from 'react';

const TYPING_MS = 300;

/** A value once it has stood still for a moment, as when somebody stops typing. Compared by what it holds. */
export const useSettled = <T>(value: T): T => {
  const [settled, setSettled] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(text) as T), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
};
