import { parseText, type RequestContext } from '@werkplein/kernel';
import type { InputReader } from '../clients/input.ts';

export interface EmployeeFields {
  id: string;
  name: string;
}

/** The employee that an input names; nobody named is the caller. */
export const readEmployee = (reader: InputReader, path: string[], given: EmployeeFields | null | undefined, { principal }: RequestContext): EmployeeFields =>
  given
    ? {
        id: reader.read([...path, 'id'], () => parseText(given.id, { max: 64 })),
        name: reader.read([...path, 'name'], () => parseText(given.name, { max: 120 })),
      }
    : { id: principal.employeeId, name: principal.displayName };
