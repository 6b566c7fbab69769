import { type ImportSpec, parameterImport } from '@werkplein/kernel';
import { NuoParameterRow } from './nuo-parameter.entity.ts';
import { type NuoParameter, nuoUnits } from './nuo-parameter.rules.ts';

/** Limits, terms and public holidays of the NUO from a file. */
export const nuoParameterImport: ImportSpec<NuoParameter> = parameterImport(NuoParameterRow, nuoUnits);
