import { Alert, Paragraph } from '@amsterdam/design-system-react';
import { useState } from 'react';
import { useWerkpleinCommand } from '../../graph/command.ts';
import { kindOf } from '../../graph/municipal.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { TextField } from '../../ui/fields.tsx';
import { notify } from '../../ui/notice.tsx';
import { useForm } from '../../ui/use-form.ts';
import { ClientLink } from '../parts/client-link.tsx';
import { CommandForm } from '../parts/command-form.tsx';
import { orNull } from '../parts/inputs.ts';
import { type Refusal, refusalOf } from '../parts/refusal.tsx';
import type { ClientHead } from './client.tsx';
import type { ClientPersonQuery } from './client.werkplein.generated.ts';
import { CorrectClientDocument, type CorrectClientMutation } from './correct.werkplein.generated.ts';

const { person: words, register } = werkpleinTexts;
type Person = NonNullable<ClientPersonQuery['client']>;
type Result = NonNullable<NonNullable<CorrectClientMutation['wierden']>['correctClient']>;
type Other = Extract<Result, { matchedOn: unknown }>['client'];

const valuesOf = ({ birthDate }: ClientHead, person: Person) => ({
  givenNames: person.givenNames ?? '',
  prefix: person.prefix ?? '',
  familyName: person.familyName ?? '',
  birthDate: birthDate ?? '',
  street: person.address?.street ?? '',
  houseNumber: String(person.address?.houseNumber ?? ''),
  houseNumberAddition: person.address?.houseNumberAddition ?? '',
  postcode: person.address?.postcode ?? '',
  city: person.address?.city ?? '',
  ownReference: person.ownReference ?? '',
});

/** What was wrong in the data of a client (AVG art. 16). A BSN is asked anew: the one that is known cannot be shown here. */
export const CorrectForm = ({ client, person, close }: { client: ClientHead; person: Person; close: () => void }) => {
  const form = useForm({ ...valuesOf(client, person), bsn: '' });
  const command = useWerkpleinCommand(CorrectClientDocument);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [other, setOther] = useState<Other>(null);
  const submit = async (): Promise<void> => {
    setRefusal(null);
    setOther(null);
    const { street, houseNumber, houseNumberAddition, postcode, city, givenNames, familyName, birthDate, prefix, ownReference, bsn } = form.values;
    const result = await command.send({
      clientId: client.id,
      expectedVersion: client.version ?? 0,
      givenNames,
      familyName,
      birthDate,
      prefix: orNull(prefix),
      ownReference: orNull(ownReference),
      ...(bsn !== '' && { bsn: bsn.replaceAll(' ', '') }),
      address: { street, houseNumber: Number(houseNumber), houseNumberAddition: orNull(houseNumberAddition), postcode, city },
    });
    if (result === null) return;
    if ('matchedOn' in result) setOther(result.client);
    else if (kindOf(result) === 'ClientCorrected' && 'recipients' in result) {
      const told = [...new Set(result.recipients.map(({ organisation }) => organisation))];
      notify([words.corrected, ...(told.length > 0 ? [words.tell(told.join(', '))] : []), ...result.warnings.map(werkpleinTexts.warning)].join(' '));
      close();
    } else setRefusal(refusalOf(result));
  };
  return (
    <CommandForm sending={{ busy: command.busy, problem: command.problem, refusal }} submit={words.correct} onCancel={close} onSubmit={() => void submit()}>
      {other && (
        <Alert className="stacked" heading={register.already} headingLevel={3} severity="warning" role="alert">
          <Paragraph>
            {words.otherHas} <ClientLink client={other} />
          </Paragraph>
        </Alert>
      )}
      <p className="form-text">{words.correctExplain}</p>
      <div className="field-row">
        <TextField form={form} name="givenNames" label={register.givenNames} />
        <TextField form={form} name="prefix" label={register.prefix} optional />
        <TextField form={form} name="familyName" label={register.familyName} />
      </div>
      <TextField form={form} name="birthDate" type="date" label={register.birthDate} />
      <TextField form={form} name="bsn" label={register.bsn} hint={words.bsnHint} optional />
      <div className="field-row">
        <TextField form={form} name="street" path="address.street" label={register.street} />
        <TextField form={form} name="houseNumber" path="address.houseNumber" type="number" label={register.houseNumber} />
        <TextField form={form} name="houseNumberAddition" path="address.houseNumberAddition" label={register.addition} optional />
      </div>
      <div className="field-row">
        <TextField form={form} name="postcode" path="address.postcode" label={register.postcode} />
        <TextField form={form} name="city" path="address.city" label={register.city} />
      </div>
      <TextField form={form} name="ownReference" label={register.ownReference} optional />
    </CommandForm>
  );
};
