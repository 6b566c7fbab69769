// Numbers that their registers publish for tests. No other BSN or KvK number may occur in demo data: it could be somebody's.

/** RvIG test persons (domain.md §11.1). */
export const testBsns = [
  '999990019',
  '999993653',
  '999994669',
  '999992740',
  '999990925',
  '999993276',
  '999993252',
  '999991176',
  '999993136',
  '999993215',
  '999990317',
  '999994281',
  '999990743',
  '999993070',
  '999991334',
  '999995492',
  '999991802',
  '999994141',
  '999992892',
] as const;

export interface TestCompany {
  kvkNumber: string;
  legalForm: string;
  /** Of its main branch, where KvK publishes which branch belongs to it. */
  vestigingsnummer: string | null;
  name?: string;
}

const company = (kvkNumber: string, legalForm: string, vestigingsnummer: string | null = null, name?: string): TestCompany => ({
  kvkNumber,
  legalForm,
  vestigingsnummer,
  ...(name !== undefined && { name }),
});

/** KvK test companies (domain.md §11.3, §11.4); its two error cases are left out. */
export const testCompanies: readonly TestCompany[] = [
  company('68750110', 'BV', '000037178598', 'Test BV Donald'),
  company('69599084', 'Eenmanszaak', '000038509504'),
  company('68727720', 'NV', '000037143557'),
  company('69599068', 'Stichting', '990064773193'),
  company('69599076', 'VoF', '000038509474'),
  company('90001354', 'BV'),
  company('90004760', 'NV'),
  company('90000102', 'Stichting'),
  company('90006623', 'Stichting'),
  company('90005414', 'VoF'),
  company('55344526', 'Coöperatie'),
  company('90001745', 'Maatschap'),
  company('90003942', 'CV'),
  company('90002520', 'Kerkgenootschap'),
  company('90002490', 'Onderlinge waarborgmaatschappij'),
  company('90000749', 'Vereniging van Eigenaars'),
  company('55505201', 'Overige privaatrechtelijke rechtspersoon'),
];
