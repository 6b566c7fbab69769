import { useAsk } from '../graph/ask.ts';
import { deskWords } from '../texts/desk-words.ts';
import { placements } from '../texts/placements.ts';
import { type Choice, SelectField } from '../ui/fields.tsx';
import type { FormState } from '../ui/use-form.ts';
import type { WithEmployer } from './employer-field.tsx';
import { OpenVacanciesOfDocument, type ProposalStatus, ProposalsOfClientDocument } from './propose.generated.ts';

// A type, not an interface: forms are records.
// oxlint-disable-next-line typescript/consistent-type-definitions
export type WithOrigin = WithEmployer & { origin: string };

/** A proposal that came to nothing leads to no placement. */
const over: ReadonlySet<ProposalStatus> = new Set(['REJECTED', 'WITHDRAWN']);

const PROPOSAL = 'voordracht';
const VACANCY = 'vacature';
/** Of one employer: what was chosen does not hold for another. */
const valueOf = (employerId: string, kind: string, id: string): string => [employerId, kind, id].join(' ');

/** What was chosen, as the command takes it. */
export const originOf = ({ employerId, origin }: WithOrigin): { proposalId: string | null; vacancyId: string | null } => {
  const [employer, kind, id = null] = origin.split(' ');
  const held = employer === employerId;
  return { proposalId: held && kind === PROPOSAL ? id : null, vacancyId: held && kind === VACANCY ? id : null };
};

/** The proposal or vacancy at the chosen employer that a placement comes from; nothing where there is none. */
export function OriginField<F extends WithOrigin>({ form, clientId }: { form: FormState<F>; clientId: string | null }) {
  const { employerId, origin } = form.values;
  const proposals = useAsk(ProposalsOfClientDocument, { variables: { client: clientId ?? '' }, skip: clientId === null }).data?.client?.candidate?.proposals;
  const vacancies = useAsk(OpenVacanciesOfDocument, { variables: { employer: employerId }, skip: employerId === '' }).data?.employer?.vacancies;
  const choices: Choice[] = [
    ...(proposals?.nodes ?? [])
      .filter(({ employer, status }) => employer?.id === employerId && !over.has(status))
      .map(({ id, status, vacancy }) => ({
        value: valueOf(employerId, PROPOSAL, id),
        label: placements.fromProposal(vacancy?.title ?? null, deskWords.proposalStatus[status]),
      })),
    ...(vacancies?.nodes ?? []).map(({ id, title }) => ({ value: valueOf(employerId, VACANCY, id), label: placements.fromVacancy(title) })),
  ];
  if (employerId === '' || choices.length === 0) return null;
  return (
    <SelectField
      form={form}
      name="origin"
      path={origin.includes(PROPOSAL) ? 'proposalId' : 'vacancyId'}
      label={placements.origin}
      hint={placements.originHint}
      choices={choices}
      empty={placements.noOrigin}
      optional
    />
  );
}
