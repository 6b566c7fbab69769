import { parseBsn, parseDay } from '@werkplein/kernel';
import { z } from 'zod';

// What goes along when a client moves: what the new Werkplein needs to go on, and no more of the old one's file.

const parsed = <T>(parse: (value: unknown) => T) =>
  z.unknown().transform((value, refuse): T => {
    try {
      return parse(value);
    } catch {
      refuse.addIssue('not valid');
      return z.NEVER;
    }
  });
const day = parsed(parseDay);
const text = (max: number) => z.string().min(1).max(max);

const identity = z.object({
  givenNames: text(120),
  prefix: text(20).nullable(),
  familyName: text(120),
  birthDate: day,
  street: text(120).nullable(),
  houseNumber: z.int().nullable(),
  houseNumberAddition: text(10).nullable(),
  postcode: text(6).nullable(),
  city: text(80).nullable(),
});

export const transferPackage = z.object({
  /** Another shape is another number. */
  format: z.literal('werkplein-transfer/1'),
  identity,
  klantregisseur: text(120),
  openedOn: day,
  /** Periods of the five axes, grondslag among them, that run or begin later. */
  doelgroep: z.array(z.object({ axis: text(20), value: text(30), validFrom: day, validUntil: day.nullable() })).max(200),
  /** Months of ontheffing used until the day of the package, by ground: they count across municipalities (Participatiewet art. 9a). */
  exemptions: z.array(z.object({ ground: text(40), usedMonths: z.int().min(0) })).max(20),
  /** Of the established plan van aanpak: the goals and what was agreed, not its evaluations. */
  plan: z
    .object({
      goals: z.array(z.object({ text: text(500), fromStep: z.int(), toStep: z.int(), term: day })).max(50),
      support: z.array(text(500)).max(50),
      obligations: z.array(z.object({ code: text(60), legalBasis: text(200), validFrom: day, validUntil: day.nullable() })).max(50),
      nextEvaluationOn: day,
    })
    .nullable(),
  /** Awards that run on the day of transition or later. */
  decisions: z.array(z.object({ kind: text(40), decidedOn: day, startsOn: day, endsOn: day.nullable(), legalBasis: text(300) })).max(100),
  ladder: z.array(z.object({ measuredOn: day, step: z.int() })).max(200),
});
export type TransferPackage = z.infer<typeof transferPackage>;

/** As it travels, sealed for the new Werkplein: with the BSN, which the package that is kept does not have. */
export const sealedPackage = transferPackage.extend({ bsn: parsed(parseBsn).nullable() });
export type SealedPackage = z.infer<typeof sealedPackage>;
