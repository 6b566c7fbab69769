import { useAsk } from '../../graph/ask.ts';
import { agreements } from '../../texts/agreements.ts';
import { instantText } from '../../ui/dates.ts';
import { LongTextField, SelectField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Answer, Empty } from '../../ui/states.tsx';
import { useForm } from '../../ui/use-form.ts';
import type { Agreement } from './agreement.ts';
import { SteeringYearReportsDocument } from './agreement.generated.ts';
import { SteeringSettleAgreementDocument } from './steps.generated.ts';
import { RefusedAlert, useStep } from './use-step.tsx';

const words = agreements;

/** The municipality settles by the frozen report of the year. */
export const SettleStep = ({ agreement, close }: { agreement: Agreement; close: () => void }) => {
  const { id: agreementId, version: expectedVersion, municipality, year } = agreement;
  const asked = useAsk(SteeringYearReportsDocument, { variables: { municipality, year } });
  const form = useForm({ reportId: '', note: '' });
  const step = useStep(SteeringSettleAgreementDocument, () => words.settleDone, close);
  const { reportId, note } = form.values;
  return (
    <Answer asked={asked}>
      {({ quarterReports }) =>
        quarterReports === null || quarterReports.length === 0 ? (
          <Empty>{words.settleNone}</Empty>
        ) : (
          <>
            <p>{words.settleIntro}</p>
            <RefusedAlert refused={step.refused} />
            <Form
              problem={step.problem}
              busy={step.busy}
              submit={words.settle}
              onSubmit={() => void step.take({ agreementId, expectedVersion, reportId, note: note === '' ? null : note })}
              onCancel={close}
            >
              <SelectField
                form={form}
                name="reportId"
                label={words.settleReport}
                choices={quarterReports.map(({ id, edition, frozenAt }) => ({ value: id, label: `${words.version} ${edition}, ${instantText(frozenAt)}` }))}
              />
              <LongTextField form={form} name="note" label={words.settleNote} optional />
            </Form>
          </>
        )
      }
    </Answer>
  );
};
