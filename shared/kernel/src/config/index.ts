import { z } from 'zod';

/** One environment variable: its shape, what it means (for `docs/configuration.md`), and its default in words when it has one. */
export interface Setting<T> {
  schema: z.ZodType<T>;
  text: string;
  fallback?: string;
}

type Settings = Record<string, Setting<unknown>>;
export type Configuration<S extends Settings> = { [K in keyof S]: S[K] extends Setting<infer T> ? T : never };

export const setting = <T>(schema: z.ZodType<T>, text: string, fallback?: string): Setting<T> => ({
  schema,
  text,
  ...(fallback !== undefined && { fallback }),
});

export const port = (text: string, fallback: number): Setting<number> =>
  setting(z.coerce.number().int().min(0).max(65_535).default(fallback), text, String(fallback));
export const positive = (text: string, fallback: number): Setting<number> =>
  setting(z.coerce.number().int().positive().default(fallback), text, String(fallback));
export const databaseUrl = (text: string, fallback: string): Setting<string> =>
  setting(
    z
      .string()
      .regex(/^(file:.+|(mariadb|mysql):\/\/.+)$/, 'file:<path>, mariadb://… or mysql://…')
      .default(fallback),
    text,
    fallback,
  );
export const flag = (text: string, fallback: boolean): Setting<boolean> =>
  setting(
    z
      .enum(['true', 'false'])
      .default(String(fallback) as 'true' | 'false')
      .transform((value) => value === 'true') as unknown as z.ZodType<boolean>,
    text,
    String(fallback),
  );
export const text = (description: string, fallback: string): Setting<string> => setting(z.string().min(1).default(fallback), description, fallback);
export const optionalText = (description: string): Setting<string | undefined> => setting(z.string().min(1).optional(), description);

/** Thrown once, with every problem and the name of its variable; values are not repeated, they may be secrets. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError';
}

/** Reads all settings from `env`; refuses with all problems in one message. */
export const readConfiguration = <S extends Settings>(settings: S, env: NodeJS.ProcessEnv = process.env): Configuration<S> => {
  const problems: string[] = [];
  const values = Object.entries(settings).map(([name, { schema }]) => {
    const given = env[name] === '' ? undefined : env[name];
    const parsed = schema.safeParse(given);
    if (!parsed.success) problems.push(`  ${name}: ${parsed.error.issues.map((issue) => issue.message).join('; ')}`);
    return [name, parsed.data];
  });
  if (problems.length > 0) throw new ConfigurationError(`The configuration is not usable:\n${problems.join('\n')}`);
  return Object.fromEntries(values) as Configuration<S>;
};
