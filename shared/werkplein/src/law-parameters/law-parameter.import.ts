import { type ImportSpec, parameterImport } from '@werkplein/kernel';
import { stateTaakstelling } from '../beschut/taakstelling.facts.ts';
import { LawParameterRow } from './law-parameter.entity.ts';
import { type LawParameter, lawUnits } from './law-parameter.rules.ts';

/** Law parameters of one municipality (CBS code) from a file. */
export const lawParameterImport = (municipality: string): ImportSpec<LawParameter> => {
  const spec = parameterImport(LawParameterRow, lawUnits);
  return {
    ...spec,
    write: async (tx, rows, ctx) => {
      const outcomes = await spec.write(tx, rows, ctx);
      if (rows.some(({ code }) => code === 'BESCHUT_TAAKSTELLING')) await stateTaakstelling(tx, ctx, municipality);
      return outcomes;
    },
  };
};
