import { parseText, type RequestContext } from '@werkplein/kernel';
import type { InputReader } from '../clients/input.ts';

export interface EmployeeFields {
  id: string;
  name: string;
}

export const callerOf = ({ principal }: Pick<RequestContext, 'principal'>): EmployeeFields => ({ id: principal.employeeId, name: principal.displayName });

/** The employee that an input names. */
export const readEmployee = (reader: InputReader, path: string[], given: EmployeeFields): EmployeeFields => ({
  id: reader.read([...path, 'id'], () => parseText(given.id, { max: 64 })),
  name: reader.read([...path, 'name'], () => parseText(given.name, { max: 120 })),
});
