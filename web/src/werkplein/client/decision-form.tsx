import { useWerkpleinCommand } from '../../graph/command.ts';
import { texts } from '../../texts.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { decisionKind, decisionOutcome } from '../../texts/werkplein-law.ts';
import { named } from '../../texts/werkplein-names.ts';
import { dayOf, dayText } from '../../ui/dates.ts';
import { CheckField, SelectField, TextField } from '../../ui/fields.tsx';
import { useForm } from '../../ui/use-form.ts';
import { CommandForm } from '../parts/command-form.tsx';
import { choicesOf, numberOf, orNull } from '../parts/inputs.ts';
import { useSending } from '../parts/sending.ts';
import type { Decision } from './decisions.tsx';
import { PublishDecisionDocument, type PublishDecisionMutationVariables } from './law.werkplein.generated.ts';

const { law: words } = werkpleinTexts;
type Input = PublishDecisionMutationVariables['input'];

/** Where in the law most decisions of a kind stand; the writer can change it. */
const usualBasis: Partial<Record<string, string>> = {
  BESCHUT_WERK: 'Participatiewet art. 10b',
  DOELGROEP_LKS: 'Participatiewet art. 10c',
  LKS: 'Participatiewet art. 10d',
  LOONWAARDE: 'Participatiewet art. 10d',
  ONTHEFFING: 'Participatiewet art. 9 lid 2',
  PARTICIPATIEPLAATS: 'Participatiewet art. 10a',
  PROEFPLAATSING: 'Participatiewet art. 8a lid 2 onder d',
  PROEFPLAATSING_VERLENGING: 'Participatiewet art. 8a lid 2 onder d',
};
/** What a decision of these kinds can go on from. */
const extendedBy: Partial<Record<string, string>> = { PROEFPLAATSING_VERLENGING: 'PROEFPLAATSING', PARTICIPATIEPLAATS: 'PARTICIPATIEPLAATS' };

const CENTS = 100;
const none: readonly Decision[] = [];

interface DecisionFormProps {
  clientId: string;
  /** The decision that this one corrects. */
  revises?: Decision;
  /** The established loonwaarde that it follows from. */
  loonwaarde?: { id: string; functionName: string };
  /** Decisions in force, one of which may be extended. */
  inForce?: readonly Decision[];
  close: () => void;
}

const emptyDecision = {
  kind: '',
  outcome: 'GRANTED',
  decidedOn: '',
  appliedOn: '',
  decideBy: '',
  startsOn: '',
  endsOn: '',
  monthly: '',
  legalBasis: '',
  documentRef: '',
  extendsId: '',
  forfait: false,
};

/** What stands in the form at first: of a correction what was decided before. */
const valuesOf = (revises: Decision | undefined, kind: string): typeof emptyDecision => {
  if (!revises) return { ...emptyDecision, kind, decidedOn: dayOf() };
  const { monthlyCents } = revises;
  return {
    kind: revises.kind,
    outcome: revises.outcome,
    decidedOn: dayOf(),
    appliedOn: revises.appliedOn ?? '',
    decideBy: revises.decideBy ?? '',
    startsOn: revises.startsOn ?? '',
    endsOn: revises.endsOn ?? '',
    monthly: monthlyCents === null ? '' : String(monthlyCents / CENTS).replace('.', ','),
    legalBasis: revises.legalBasis,
    documentRef: '',
    extendsId: revises.extendsId ?? '',
    forfait: revises.forfait,
  };
};

/** Publishes a decision; it never changes after: a mistake is corrected by another that takes its place. */
export const DecisionForm = ({ clientId, revises, loonwaarde, inForce = none, close }: DecisionFormProps) => {
  const form = useForm(valuesOf(revises, loonwaarde ? 'LKS' : ''), `besluit:${revises?.id ?? loonwaarde?.id ?? clientId}`);
  const sending = useSending(useWerkpleinCommand(PublishDecisionDocument), 'DecisionPublished', revises ? words.revisedNow : words.published, () => {
    form.reset();
    close();
  });
  const { kind, outcome, decidedOn, appliedOn, decideBy, startsOn, endsOn, monthly, legalBasis, documentRef, extendsId, forfait } = form.values;
  const basis = legalBasis === '' ? (usualBasis[kind] ?? '') : legalBasis;
  const extendable = inForce.filter((each) => each.kind === extendedBy[kind] && each.outcome === 'GRANTED');
  const loonwaardeId = loonwaarde?.id ?? revises?.loonwaardeId ?? null;
  const mayBeForfait = kind === 'LKS' && loonwaardeId === null;
  return (
    <CommandForm
      sending={sending}
      submit={revises ? words.revise : words.publish}
      onCancel={close}
      onSubmit={() =>
        void sending.send({
          clientId,
          kind: kind as Input['kind'],
          outcome: outcome as Input['outcome'],
          decidedOn,
          legalBasis: basis,
          appliedOn: orNull(appliedOn),
          decideBy: orNull(decideBy),
          startsOn: orNull(startsOn),
          endsOn: orNull(endsOn),
          documentRef: orNull(documentRef),
          loonwaardeId,
          extendsId: orNull(extendsId),
          revisesId: revises?.id ?? null,
          ...(mayBeForfait && { forfait }),
          ...(monthly !== '' && { monthlyCents: Math.round(numberOf(monthly) * CENTS) }),
        })
      }
    >
      <p className="form-text">{revises ? words.reviseExplain : words.publishExplain}</p>
      {loonwaarde && <p className="form-text">{words.follows(loonwaarde.functionName)}</p>}
      {revises || loonwaarde ? (
        <p className="form-text">
          {words.what}: <strong>{named(decisionKind, kind)}</strong>
        </p>
      ) : (
        <SelectField form={form} name="kind" label={words.what} choices={choicesOf(decisionKind)} />
      )}
      <SelectField form={form} name="outcome" label={words.outcome} choices={choicesOf(decisionOutcome)} />
      {extendable.length > 0 && (
        <SelectField
          form={form}
          name="extendsId"
          label={words.extends}
          empty={texts.common.none}
          choices={extendable.map((each) => ({ value: each.id, label: words.decisionOf(dayText(each.decidedOn), each.legalBasis) }))}
          optional={kind !== 'PROEFPLAATSING_VERLENGING'}
        />
      )}
      <div className="field-row">
        <TextField form={form} name="decidedOn" type="date" label={words.decidedOn} />
        <TextField form={form} name="appliedOn" type="date" label={words.appliedOn} optional={kind !== 'DOELGROEP_LKS'} />
        {loonwaardeId === null && <TextField form={form} name="decideBy" type="date" label={words.decideBy} optional />}
      </div>
      <div className="field-row">
        <TextField form={form} name="startsOn" type="date" label={words.firstDay} optional={outcome !== 'GRANTED'} />
        <TextField form={form} name="endsOn" type="date" label={words.lastDay} optional />
      </div>
      {mayBeForfait && <CheckField form={form} name="forfait" label={words.forfait} />}
      <TextField form={form} name="monthly" path="monthlyCents" label={words.monthly} optional />
      <TextField form={form} name="legalBasis" label={words.basis} {...(usualBasis[kind] !== undefined && { hint: words.usualBasis(usualBasis[kind]) })} />
      <TextField form={form} name="documentRef" label={words.documentRef} optional />
    </CommandForm>
  );
};
