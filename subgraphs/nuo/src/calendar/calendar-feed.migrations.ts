import { column, createTable, type Migration } from '@werkplein/kernel';

export const calendarMigrations: readonly Migration[] = [
  createTable(1764000600111, 'calendar_feed', {
    columns: {
      id: column.id,
      organisation: column.varchar(4),
      employeeId: column.varchar(64),
      secretHash: column.varchar(64),
      createdAt: column.instant,
      expiresAt: column.instant,
    },
    primary: ['id'],
    uniques: { uq_calendar_feed_employee: ['organisation', 'employeeId'], uq_calendar_feed_secret: ['secretHash'] },
  }),
];
