import { useParams } from 'react-router';
import { NotFound } from '../../app/failures.tsx';
import { useAsk } from '../../graph/ask.ts';
import { useCommand } from '../../graph/command.ts';
import { texts } from '../../texts.ts';
import { desk } from '../../texts/desk.ts';
import { dayOf, dayText } from '../../ui/dates.ts';
import { Facts } from '../../ui/facts.tsx';
import { RadioField, TextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { notify } from '../../ui/notice.tsx';
import { Answer, Empty } from '../../ui/states.tsx';
import { useForm } from '../../ui/use-form.ts';
import { municipalityName } from '../../ui/municipality.ts';
import { ProposalStatusBadge } from '../employer/proposals.tsx';
import { textOrNull } from '../shared/changed.ts';
import { Panel } from '../shared/panel.tsx';
import { who } from '../shared/say.ts';
import { SubPage } from '../shared/sub-page.tsx';
import { ChangeProposalDocument, OneProposalDocument, type OneProposalQuery, type ProposalStatus } from './proposal.generated.ts';

const { proposal: words, words: names, employer: employerWords, noName } = desk;

type Proposal = NonNullable<OneProposalQuery['proposal']>;

/** Where a proposal can go; the graph decides. */
const next: Partial<Record<ProposalStatus, readonly ProposalStatus[]>> = {
  PREPARED: ['PROPOSED', 'WITHDRAWN'],
  PROPOSED: ['INTERVIEW', 'TRIAL', 'PLACED', 'REJECTED', 'WITHDRAWN'],
  INTERVIEW: ['TRIAL', 'PLACED', 'REJECTED', 'WITHDRAWN'],
  TRIAL: ['PLACED', 'REJECTED', 'WITHDRAWN'],
};
const reasoned = new Set(['REJECTED', 'WITHDRAWN']);

const StepForm = ({ proposal, steps }: { proposal: Proposal; steps: readonly ProposalStatus[] }) => {
  const form = useForm({ to: steps[0] ?? '', reason: '' });
  const { send, busy, problem } = useCommand(ChangeProposalDocument);
  const submit = async (): Promise<void> => {
    const to = form.values.to as ProposalStatus;
    const result = await send({
      proposalId: proposal.id,
      expectedVersion: proposal.version,
      to,
      reason: reasoned.has(to) ? textOrNull(form.values.reason) : null,
    });
    if (!result) return;
    if (result.__typename === 'ProposalVersionConflict') notify(words.conflict);
    if (result.__typename === 'ProposalTransitionRefused') notify(words.refused(names.proposalStatus[result.from]));
    if (result.__typename === 'VacancyNotOpen') notify(words.vacancyNotOpen);
    if (result.__typename !== 'ProposalChanged') return;
    notify(words.changed);
    for (const warning of result.warnings) notify(warning);
    form.reset();
  };
  return (
    <Form problem={problem} busy={busy} submit={words.submit} onSubmit={() => void submit()}>
      <RadioField form={form} name="to" label={words.choose} choices={steps.map((value) => ({ value, label: words.to[value] ?? value }))} />
      {reasoned.has(form.values.to) && <TextField form={form} name="reason" label={words.reason} />}
    </Form>
  );
};

const nameOf = ({ candidate }: Proposal): string => (candidate && 'client' in candidate ? candidate.client?.displayName : null) ?? noName;

/** One candidate who is proposed to an employer, and what came of it. */
export const ProposalPage = () => {
  const { id = '', proposalId = '' } = useParams();
  const asked = useAsk(OneProposalDocument, { variables: { id: proposalId } });
  const found = asked.data?.proposal;
  if (found === null && !asked.refreshing && asked.problem === null && asked.absent.length === 0) return <NotFound />;
  return (
    <SubPage title={words.title} employer={{ id, name: found?.employer?.name }}>
      <Answer asked={asked}>
        {({ proposal }) => {
          if (!proposal) return null;
          const steps = next[proposal.status] ?? [];
          return (
            <div className="columns">
              <Panel title={nameOf(proposal)} actions={<ProposalStatusBadge status={proposal.status} />}>
                <Facts
                  facts={[
                    [employerWords.vacancy, proposal.vacancy?.title ?? texts.common.none],
                    [employerWords.municipality, municipalityName(proposal.municipality)],
                    [employerWords.proposedBy, `${who(proposal.proposedBy)}, ${dayText(dayOf(proposal.proposedAt))}`],
                    ...(proposal.reason === null ? [] : [[words.reason, proposal.reason] as const]),
                  ]}
                />
              </Panel>
              <Panel title={words.step}>
                {steps.length === 0 ? <Empty>{words.ended}</Empty> : <StepForm key={proposal.status} proposal={proposal} steps={steps} />}
              </Panel>
            </div>
          );
        }}
      </Answer>
    </SubPage>
  );
};
