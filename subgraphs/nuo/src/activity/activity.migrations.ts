import { addColumns, type Migration } from '@werkplein/kernel';

export const activityMigrations: readonly Migration[] = [
  addColumns(1764000600101, 'contact_moment_participant', { columns: {}, indices: { ix_contact_moment_participant_employee: ['organisation', 'employeeId'] } }),
];
