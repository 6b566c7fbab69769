import { useState } from 'react';
import { useCommand } from '../graph/command.ts';
import { nuoRights as words } from '../texts/nuo-rights.ts';
import { RadioField, TextField } from '../ui/fields.tsx';
import { Form } from '../ui/form.tsx';
import { useForm } from '../ui/use-form.ts';
import {
  ContactPersonSubjectAccessDocument,
  EraseContactPersonDocument,
  EraseParticipantDocument,
  ParticipantSubjectAccessDocument,
} from './nuo-rights.generated.ts';
import { Rights } from './rights.tsx';

const ParticipantRights = ({ id }: { id: string }) => (
  <Rights
    id={id}
    access={{ document: ParticipantSubjectAccessDocument, held: ({ participantSubjectAccess }) => participantSubjectAccess }}
    erase={useCommand(EraseParticipantDocument)}
  />
);

const ContactPersonRights = ({ id }: { id: string }) => (
  <Rights
    id={id}
    access={{ document: ContactPersonSubjectAccessDocument, held: ({ contactPersonSubjectAccess }) => contactPersonSubjectAccess }}
    erase={useCommand(EraseContactPersonDocument)}
  />
);

/** What participants and contact persons may ask of the NUO. Its privacy officer sees no lists of people, so the number says who it is. */
export const NuoRights = () => {
  const form = useForm({ kind: 'participant', id: '' });
  const [whom, setWhom] = useState<{ kind: string; id: string } | null>(null);
  const [empty, setEmpty] = useState(false);
  const choose = (): void => {
    const id = form.values.id.trim();
    setEmpty(id === '');
    setWhom(id === '' ? null : { kind: form.values.kind, id });
  };
  const Chosen = whom?.kind === 'contactPerson' ? ContactPersonRights : ParticipantRights;
  return (
    <>
      <section className="panel" aria-label={words.whom}>
        <Form
          problem={empty ? { message: words.numberFirst, code: 'BAD_INPUT', fields: [{ field: 'id', message: words.numberFirst }] } : null}
          busy={false}
          submit={words.choose}
          onSubmit={choose}
        >
          <RadioField form={form} name="kind" label={words.whom} choices={Object.entries(words.kinds).map(([value, label]) => ({ value, label }))} />
          <TextField form={form} name="id" label={words.number} hint={words.numberHint} />
        </Form>
      </section>
      {whom && <Chosen key={`${whom.kind} ${whom.id}`} id={whom.id} />}
    </>
  );
};
