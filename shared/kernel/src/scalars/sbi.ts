import { InvalidValue, matching } from './invalid-value.ts';

export const sbiVersions = ['SBI2008', 'SBI2025'] as const;
export type SbiVersion = (typeof sbiVersions)[number];

export interface Sbi {
  code: string;
  version: SbiVersion;
}

/** KvK went from SBI 2008 (4 or 5 digits) to SBI 2025 (5 digits) in September 2025; a code means nothing without its version. */
export const parseSbi = (value: { code: unknown; version: unknown }): Sbi => {
  const version = sbiVersions.find((known) => known === value.version);
  if (version === undefined) throw new InvalidValue('een SBI-versie: SBI2008 of SBI2025');
  const code =
    version === 'SBI2008'
      ? matching(value.code, /^[0-9]{4,5}$/, 'een SBI 2008-code van 4 of 5 cijfers')
      : matching(value.code, /^[0-9]{5}$/, 'een SBI 2025-code van 5 cijfers');
  return { code, version };
};
