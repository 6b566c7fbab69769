import { badInput, InvalidValue, type Problem } from '@werkplein/kernel';

type Path = (string | number)[];

/** Reads an input field by field and keeps every problem, so that one answer names them all. */
export const inputReader = (root: Path) => {
  const problems: Problem[] = [];
  const add = (path: Path, message: string): void => void problems.push({ path: [...root, ...path], message });
  return {
    problems,
    add,
    /** The parsed value; after a problem the result means nothing, and `refuse` throws before it is used. */
    read: <T>(path: Path, parse: () => T): T => {
      try {
        return parse();
      } catch (error) {
        if (!(error instanceof InvalidValue)) throw error;
        add(path, error.message);
        return undefined as T;
      }
    },
    refuse: (): void => {
      if (problems.length > 0) throw badInput(problems);
    },
  };
};
export type InputReader = ReturnType<typeof inputReader>;
