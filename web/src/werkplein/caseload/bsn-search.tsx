import { useState } from 'react';
import { useAskWerkplein } from '../../graph/ask.ts';
import { texts } from '../../texts.ts';
import { firstWords } from '../../texts/werkplein-first.ts';
import { TextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Answer } from '../../ui/states.tsx';
import { useForm } from '../../ui/use-form.ts';
import { Opening } from '../parts/opening.tsx';
import { CaseloadDocument } from './caseload.werkplein.generated.ts';
import { CaseloadTable } from './list.tsx';

const { caseload: words } = firstWords;
const BSN = /^\d{9}$/;

/** Finds by a whole BSN. The number stands in no address and no draft: it is gone when the form closes. */
export const BsnSearch = () => (
  <Opening label={words.byBsn} variant="tertiary">
    {() => <BsnForm />}
  </Opening>
);

const BsnForm = () => {
  const form = useForm({ bsn: '' });
  const [bsn, setBsn] = useState('');
  const [wrong, setWrong] = useState(false);
  const asked = useAskWerkplein(CaseloadDocument, { variables: { filter: { bsn }, after: null }, skip: bsn === '' });
  const problem = wrong ? { message: words.bsnWrong, code: 'BAD_INPUT', fields: [{ field: 'bsn', message: words.bsnWrong }] } : null;
  return (
    <>
      <Form
        problem={problem}
        busy={asked.waiting}
        submit={texts.common.search}
        onSubmit={() => {
          const typed = form.values.bsn.replaceAll(/\D/g, '');
          setWrong(!BSN.test(typed));
          setBsn(BSN.test(typed) ? typed : '');
        }}
      >
        <TextField form={form} name="bsn" label={words.bsn} hint={words.bsnHint} />
      </Form>
      {bsn !== '' && <Answer asked={asked}>{({ wierden }) => <CaseloadTable rows={wierden?.clients?.nodes ?? []} everyone />}</Answer>}
    </>
  );
};
