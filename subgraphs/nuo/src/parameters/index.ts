export * from './nuo-parameter.rules.ts';
export { allNuoParameters, nuoParameters, parameterOn, parameterRowOn } from './nuo-parameter.store.ts';
export { answeringMissing, NuoParameterMissing } from './nuo-parameter.types.ts';
export { addWorkingDays, isWorkingDay, lastDayOfWorkingTerm } from './working-days.ts';
