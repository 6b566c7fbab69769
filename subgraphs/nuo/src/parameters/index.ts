export * from './nuo-parameter.rules.ts';
export { allNuoParameters, lastDayOfWorkingTerm, nuoParameters, parameterOn, parameterRowOn } from './nuo-parameter.store.ts';
export { answeringMissing, NuoParameterMissing } from './nuo-parameter.types.ts';
