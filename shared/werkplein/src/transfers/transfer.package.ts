import { parseBsn, parseDay } from '@werkplein/kernel';
import { z } from 'zod';
import { axes, axisValues } from '../doelgroep/doelgroep.rules.ts';
import { type ExemptionGround, exemptionGrounds } from '../exemptions/exemption.rules.ts';

// What goes along when a client moves: what the new Werkplein needs to go on, and no more of the old one's file.

const grounds = Object.keys(exemptionGrounds) as ExemptionGround[];
const values = [...new Set(Object.values(axisValues).flat())];

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
  klantregisseur: text(120).nullable(),
  openedOn: day,
  /** Periods of the five axes, grondslag among them, that run or begin later. */
  doelgroep: z
    .array(z.object({ axis: z.enum(axes), value: z.enum(values), validFrom: day, validUntil: day.nullable(), employedAtWswClosing: z.boolean().nullable() }))
    .max(200),
  /** Months of ontheffing used before the day of transition, by ground and where: they count across municipalities (Participatiewet art. 9a). */
  exemptions: z.array(z.object({ ground: z.enum(grounds), municipality: z.string().regex(/^[0-9]{4}$/), months: z.int().min(0) })).max(50),
  /** Of the established plan van aanpak: the goals and what was agreed, not its evaluations. */
  plan: z
    .object({
      goals: z.array(z.object({ text: text(2000), fromStep: z.int(), toStep: z.int(), term: day })).max(50),
      support: z.array(text(2000)).max(50),
      obligations: z.array(z.object({ code: text(60), legalBasis: text(200), validFrom: day, validUntil: day.nullable() })).max(50),
      nextEvaluationOn: day,
    })
    .nullable(),
  /** Awards that run on the day of transition or later. */
  decisions: z.array(z.object({ kind: text(40), decidedOn: day, startsOn: day, endsOn: day.nullable(), legalBasis: text(300) })).max(100),
  /** Provisions in use on the day of transition: they end with the old regie, and the new one decides whether they go on. */
  provisions: z.array(z.object({ kind: text(40), executor: text(10), since: day.nullable(), expectedEndOn: day.nullable() })).max(100),
  ladder: z.array(z.object({ measuredOn: day, step: z.int() })).max(200),
});
export type TransferPackage = z.infer<typeof transferPackage>;

/** As it travels, sealed for the new Werkplein: with the BSN, which is kept apart from the package. */
export const sealedContent = z.object({
  clientId: text(41),
  offeredBy: z.object({ id: text(64), name: text(120) }),
  note: text(300).nullable(),
  bsn: parsed(parseBsn).nullable(),
  package: transferPackage,
});
export type SealedContent = z.infer<typeof sealedContent>;
