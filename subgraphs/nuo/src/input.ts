import { badInput, InvalidValue, type Problem } from '@werkplein/kernel';

/** Gathers everything that is wrong with an input, so that one answer can name it all. */
export class InputCheck {
  readonly problems: Problem[] = [];
  readonly #root: string[];

  constructor(...root: string[]) {
    this.#root = root;
  }

  problem(field: string | (string | number)[], message: string): void {
    this.problems.push({ path: [...this.#root, ...(Array.isArray(field) ? field : [field])], message });
  }

  /** The parsed value; after a problem a stand-in that is never used, because `done` throws. */
  required<V, T>(field: string | (string | number)[], value: V, parse: (value: V) => T): T {
    try {
      return parse(value);
    } catch (error) {
      if (!(error instanceof InvalidValue)) throw error;
      this.problem(field, error.message);
      return undefined as T;
    }
  }

  optional<V, T>(field: string | (string | number)[], value: V | null | undefined, parse: (value: V) => T): T | null {
    if (value === null || value === undefined || value === ('' as unknown)) return null;
    return this.required(field, value, parse);
  }

  done(): void {
    if (this.problems.length > 0) throw badInput(this.problems);
  }
}

/** The inputs of commands are checked by `InputCheck` at path `input`. */
export const checkInput = (): InputCheck => new InputCheck('input');

/** Of the checked values those that the input names: what it leaves out stays as it is. */
export const mentioned = <T extends object>(checked: T, input: object): Partial<T> =>
  Object.fromEntries(Object.entries(checked).filter(([field]) => (input as Record<string, unknown>)[field] !== undefined)) as Partial<T>;

/** Arguments of a query, at the path of their name. */
export const checkArguments = (name: string): InputCheck => new InputCheck(name);
