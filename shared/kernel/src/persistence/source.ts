import type { DataSource } from 'typeorm';

// What both dialects answer alike about a TypeORM data source.

export const drift = async (source: DataSource): Promise<string[]> => (await source.driver.createSchemaBuilder().log()).upQueries.map((query) => query.query);

export const ready = async (source: DataSource): Promise<boolean> => {
  try {
    return source.isInitialized && !(await source.showMigrations());
  } catch {
    return false;
  }
};
