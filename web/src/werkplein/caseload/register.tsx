import { Alert, Paragraph } from '@amsterdam/design-system-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { Page } from '../../app/page.tsx';
import type { ResultOf } from '../../graph/command.ts';
import { useWerkpleinCommand } from '../../graph/command.ts';
import { kindOf } from '../../graph/municipal.ts';
import { firstWords } from '../../texts/werkplein-first.ts';
import { dayText } from '../../ui/dates.ts';
import { TextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { notify } from '../../ui/notice.tsx';
import { useForm } from '../../ui/use-form.ts';
import { DossierBadge } from '../parts/badges.tsx';
import { ClientLink, clientPath } from '../parts/client-link.tsx';
import { RefusalAlert, refusalOf } from '../parts/refusal.tsx';
import { RegisterClientDocument, type RegisterClientMutation } from './register.werkplein.generated.ts';
import '../werkplein.css';

const { register: words } = firstWords;
type Result = ResultOf<RegisterClientMutation>;

const empty = {
  givenNames: '',
  prefix: '',
  familyName: '',
  birthDate: '',
  street: '',
  houseNumber: '',
  houseNumberAddition: '',
  postcode: '',
  city: '',
  ownReference: '',
};

const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

/** Why nobody was registered: the client is here already, or is offered by another Werkplein. */
const NotRegistered = ({ result }: { result: Result }) => {
  if ('matchedOn' in result) {
    return (
      <Alert className="stacked" heading={words.already} headingLevel={2} severity="warning" role="alert">
        <Paragraph>{words.alreadyBy(result.matchedOn === 'BSN')}</Paragraph>
        <Paragraph>
          <ClientLink client={result.client} /> {result.client?.dossier && <DossierBadge status={result.client.dossier.status} />}
        </Paragraph>
      </Alert>
    );
  }
  if ('cutoverOn' in result) {
    return (
      <Alert className="stacked" heading={words.offered(result.from.name)} headingLevel={2} severity="warning" role="alert">
        <Paragraph>{words.offeredText(dayText(result.cutoverOn))}</Paragraph>
        <Paragraph>
          <Link to="/verhuizingen">{words.toTransfers}</Link>
        </Paragraph>
      </Alert>
    );
  }
  return <RefusalAlert refusal={refusalOf(result)} />;
};

/** Registers somebody. What is typed is kept as a draft, but for the BSN: that is in this form alone. */
export const RegisterScreen = () => {
  const navigate = useNavigate();
  const form = useForm(empty, 'client-aanmelden');
  const secret = useForm({ bsn: '' });
  const command = useWerkpleinCommand(RegisterClientDocument);
  const [refused, setRefused] = useState<Result | null>(null);
  const submit = async (): Promise<void> => {
    setRefused(null);
    const { street, houseNumber, houseNumberAddition, postcode, city, givenNames, familyName, birthDate, prefix, ownReference } = form.values;
    const result = await command.send({
      givenNames,
      familyName,
      birthDate,
      prefix: orNull(prefix),
      ownReference: orNull(ownReference),
      bsn: orNull(secret.values.bsn.replaceAll(' ', '')),
      address: { street, houseNumber: Number(houseNumber), houseNumberAddition: orNull(houseNumberAddition), postcode, city },
    });
    if (result === null) return;
    if (kindOf(result) !== 'ClientRegistered' || !('client' in result) || !result.client) {
      setRefused(result);
      return;
    }
    form.reset();
    secret.reset();
    notify(words.done(result.client.displayName ?? ''));
    await navigate(clientPath(result.client.id));
  };
  return (
    <Page title={words.title}>
      <div className="panel">
        <Form problem={command.problem} busy={command.busy} submit={words.submit} onSubmit={() => void submit()} onCancel={() => void navigate('/clienten')}>
          {refused && <NotRegistered result={refused} />}
          <div className="field-row">
            <TextField form={form} name="givenNames" label={words.givenNames} />
            <TextField form={form} name="prefix" label={words.prefix} optional />
            <TextField form={form} name="familyName" label={words.familyName} />
          </div>
          <TextField form={form} name="birthDate" type="date" label={words.birthDate} />
          <TextField form={secret} name="bsn" label={words.bsn} hint={words.bsnHint} optional />
          <div className="field-row">
            <TextField form={form} name="street" path="address.street" label={words.street} />
            <TextField form={form} name="houseNumber" path="address.houseNumber" type="number" label={words.houseNumber} />
            <TextField form={form} name="houseNumberAddition" path="address.houseNumberAddition" label={words.addition} optional />
          </div>
          <div className="field-row">
            <TextField form={form} name="postcode" path="address.postcode" label={words.postcode} />
            <TextField form={form} name="city" path="address.city" label={words.city} />
          </div>
          <TextField form={form} name="ownReference" label={words.ownReference} optional />
        </Form>
      </div>
    </Page>
  );
};
