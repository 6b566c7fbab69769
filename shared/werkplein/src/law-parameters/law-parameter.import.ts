import { type ImportSpec, parameterImport } from '@werkplein/kernel';
import { LawParameterRow } from './law-parameter.entity.ts';
import { type LawParameter, lawUnits } from './law-parameter.rules.ts';

/** Law parameters from a file. */
export const lawParameterImport = (): ImportSpec<LawParameter> => parameterImport(LawParameterRow, lawUnits);
