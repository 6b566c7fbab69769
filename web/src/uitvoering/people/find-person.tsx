import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useAsk } from '../../graph/ask.ts';
import { people as words } from '../../texts/personnel.ts';
import { TextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Answer, Empty } from '../../ui/states.tsx';
import { useForm } from '../../ui/use-form.ts';
import { useMay } from '../may.ts';
import { personName } from '../people.ts';
import { WswWorkerByBsnDocument } from './people-list.generated.ts';

const ByReference = () => {
  const [params, setParams] = useSearchParams();
  const form = useForm({ reference: params.get('nummer') ?? '' });
  const find = (): void => setParams(form.values.reference.trim() === '' ? {} : { nummer: form.values.reference.trim() });
  return (
    <Form problem={null} busy={false} submit={words.find} onSubmit={find}>
      <TextField form={form} name="reference" type="search" label={words.reference} hint={words.referenceHint} optional />
    </Form>
  );
};

const Found = ({ bsn }: { bsn: string }) => (
  <Answer asked={useAsk(WswWorkerByBsnDocument, { variables: { bsn } })}>
    {({ wswWorkerByBsn: found }) =>
      found ? (
        <p>
          <Link to={`/deelnemers/${found.id}`}>{personName(found)}</Link>
        </p>
      ) : (
        <Empty>{words.bsnNobody}</Empty>
      )
    }
  </Answer>
);

/** A BSN stays out of the address and out of the browser's storage. */
const ByBsn = () => {
  const form = useForm({ bsn: '' });
  const [bsn, setBsn] = useState('');
  return (
    <>
      <Form problem={null} busy={false} submit={words.find} onSubmit={() => setBsn(form.values.bsn.trim())}>
        <TextField form={form} name="bsn" label={words.bsn} />
      </Form>
      {bsn !== '' && <Found bsn={bsn} />}
    </>
  );
};

/** Finds somebody of UWV or another municipality by their number there, and a Wsw worker by the BSN. */
export const FindPerson = () => {
  const may = useMay();
  const [params] = useSearchParams();
  return (
    <div className="finders">
      <details className="panel" open={params.has('nummer')}>
        <summary>{words.byReference}</summary>
        <ByReference />
      </details>
      {may('keepEmployments') && (
        <details className="panel">
          <summary>{words.byBsn}</summary>
          <ByBsn />
        </details>
      )}
    </div>
  );
};
