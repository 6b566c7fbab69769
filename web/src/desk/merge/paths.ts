/** Address at which two employers are compared. */
export const mergePath = (first: string, second: string): string =>
  `/dubbelingen/samenvoegen?een=${encodeURIComponent(first)}&twee=${encodeURIComponent(second)}`;
/** Address of what was merged into an employer. */
export const mergedPath = (id: string): string => `/dubbelingen/samengevoegd/${encodeURIComponent(id)}`;
