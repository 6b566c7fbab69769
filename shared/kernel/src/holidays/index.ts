export * from './public-holiday.entity.ts';
export * from './public-holiday.migrations.ts';
export * from './public-holiday.store.ts';
export * from './public-holidays.rows.ts';
export * from './working-days.rules.ts';
