import type { BsnVault } from '../bsn/index.ts';
import type { Collected } from './collect-srg.ts';
import type { SrgUse } from './srg.rules.ts';

/** Who made the delivery, and of what. */
export interface SrgHeader {
  municipality: string;
  month: string;
  writtenAt: Date;
}

const period = ({ startsOn, endsOn }: SrgUse) => ({ begin: startsOn, eind: endsOn });
const executors = { NUO: 'NUO', EXTERNAL: 'EXTERN', OWN: 'EIGEN' } as const;

/**
 * The delivery as records in the four groups of the SRG (levering, persoon, voorziening, loonkostensubsidie), under names of our own: of the
 * form in which CBS takes them no public text was found. This is the only place where a BSN leaves its vault into a file.
 */
export const srgRecords = (vault: BsnVault, { municipality, month, writtenAt }: SrgHeader, { persons }: Collected): object[] => {
  const groups = persons.map(({ client, grondslag, provisions, subsidies }) => {
    const bsn = vault.open(client.id, client.bsnCipher as string);
    return {
      persoon: { groep: 'PERSOON', bsn, geboortedatum: client.birthDate, grondslag },
      voorzieningen: provisions.map((use) => ({ groep: 'VOORZIENING', bsn, type: use.code, ...period(use), uitvoerder: executors[use.executor] })),
      subsidies: subsidies.map((use) => ({
        groep: 'LOONKOSTENSUBSIDIE',
        bsn,
        ...period(use),
        loonwaarde: use.wageValuePct,
        forfait: use.forfait,
        bedragPerMaandInCenten: use.monthlyCents,
      })),
    };
  });
  const voorzieningen = groups.flatMap((group) => group.voorzieningen);
  const subsidies = groups.flatMap((group) => group.subsidies);
  const counts = { personen: groups.length, voorzieningen: voorzieningen.length, loonkostensubsidies: subsidies.length };
  const levering = { groep: 'LEVERING', gemeente: municipality, maand: month, gemaaktOp: writtenAt.toISOString(), ...counts };
  return [levering, ...groups.map(({ persoon }) => persoon), ...voorzieningen, ...subsidies];
};
