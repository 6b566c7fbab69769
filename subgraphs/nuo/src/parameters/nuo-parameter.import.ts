import { type ImportSpec, parameterImport } from '@werkplein/kernel';
import { NuoParameterRow } from './nuo-parameter.entity.ts';
import { restateHandOvers } from '../responsibility/hand-over.facts.ts';
import { stateParameters } from './parameter.facts.ts';
import { type NuoParameter, nuoUnits } from './nuo-parameter.rules.ts';

const ofAnyOrganisation: ImportSpec<NuoParameter> = parameterImport(NuoParameterRow, nuoUnits);

/** Limits, terms and public holidays of the NUO from a file. */
export const nuoParameterImport: ImportSpec<NuoParameter> = {
  ...ofAnyOrganisation,
  write: async (tx, rows, ctx) => {
    const outcomes = await ofAnyOrganisation.write(tx, rows, ctx);
    await stateParameters(tx, ctx);
    if (rows.some(({ code }, at) => code === 'STAND_IN_DAYS_MAX' && outcomes[at] === 'created')) await restateHandOvers(tx, ctx);
    return outcomes;
  },
};
