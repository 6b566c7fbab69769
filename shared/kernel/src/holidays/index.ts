export * from './public-holidays.rows.ts';
export * from './working-days.rules.ts';
