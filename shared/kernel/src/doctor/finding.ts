/** What was looked at: whether it is well, should be looked after, or keeps people from working. */
export type Grade = 'goed' | 'let op' | 'fout';

/** One thing that was looked at. Texts are for who runs it, in Dutch; none holds a secret or anything of a person. */
export interface Finding {
  grade: Grade;
  /** What it is about: a setting, the database, another program. */
  subject: string;
  found: string;
  /** What to do; empty when it is well. */
  advice: string;
}

export const well = (subject: string, found: string): Finding => ({ grade: 'goed', subject, found, advice: '' });
export const worry = (subject: string, found: string, advice: string): Finding => ({ grade: 'let op', subject, found, advice });
export const wrong = (subject: string, found: string, advice: string): Finding => ({ grade: 'fout', subject, found, advice });

/** 2 when something is wrong, 1 when something should be looked after, else 0. */
export const exitCodeOf = (findings: readonly Finding[]): number => {
  if (findings.some(({ grade }) => grade === 'fout')) return 2;
  return findings.some(({ grade }) => grade === 'let op') ? 1 : 0;
};

const marks: Readonly<Record<Grade, string>> = { goed: 'goed  ', 'let op': 'LET OP', fout: 'FOUT  ' };

export const reportText = (name: string, findings: readonly Finding[]): string => {
  const lines = findings.flatMap(({ grade, subject, found, advice }) => [
    `  ${marks[grade]}  ${subject}: ${found}`,
    ...(advice === '' ? [] : [`          → ${advice}`]),
  ]);
  return `${name}\n${lines.join('\n')}\n`;
};
