import { Field, FieldSet, Label, Paragraph, Radio, TextInput, Button } from '@amsterdam/design-system-react';
import { type FormEvent, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { isNuo, useMe } from '../app/me.tsx';
import { Page } from '../app/page.tsx';
import { texts } from '../texts.ts';
import { useUnseen } from '../ui/unseen.tsx';
import { AccessLog } from './access-log.tsx';
import { ClientList } from './client-list.tsx';
import { ClientRights } from './client-rights.tsx';
import { NuoRights } from './nuo-rights.tsx';

const words = texts.beheer;
const purposes = Object.entries(words.purposes);
const LEAST = 2;

/** Asks what for, then which client. What for and which client stand in the address, the name that was looked for does not. */
const Look = () => {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const purpose = purposes.find(([code]) => code === params.get('doel'))?.[0];
  const search = useUnseen()['zoek'] ?? '';
  const client = params.get('client');
  const [typed, setTyped] = useState(search);
  const look = (doel: string | undefined, zoek: string): void =>
    void navigate(`?${new URLSearchParams(doel === undefined ? {} : { doel })}`, { state: zoek === '' ? {} : { zoek } });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    look(purpose, typed.trim());
  };
  return (
    <>
      <section className="panel" aria-label={words.searchAction}>
        <form className="form" onSubmit={submit} noValidate>
          <FieldSet legend={words.purpose} role="radiogroup">
            {purposes.map(([code, label]) => (
              <Radio key={code} name="doel" value={code} checked={purpose === code} onChange={() => look(code, search)}>
                {label}
              </Radio>
            ))}
          </FieldSet>
          <Field>
            <Label htmlFor="zoek">{words.search}</Label>
            <Paragraph id="zoek-hulp" className="small">
              {words.searchHint}
            </Paragraph>
            <TextInput id="zoek" aria-describedby="zoek-hulp" autoComplete="off" value={typed} onChange={({ target }) => setTyped(target.value)} />
          </Field>
          <div className="form-actions">
            <Button type="submit">{words.searchAction}</Button>
          </div>
        </form>
      </section>
      {search !== '' && search.length < LEAST && <p role="alert">{words.tooShort}</p>}
      {purpose === undefined ? (
        search !== '' && <p role="alert">{words.purposeFirst}</p>
      ) : client !== null ? (
        <>
          <AccessLog client={client} purpose={purpose} />
          <ClientRights key={client} client={client} />
        </>
      ) : (
        search.length >= LEAST && <ClientList search={search} purpose={purpose} />
      )}
    </>
  );
};

/** For a client who wants to know, or for supervision: who looked at their data. */
export const Component = () => {
  const elsewhere = isNuo(useMe());
  return (
    <Page title={elsewhere ? words.rights.title : words.accessTitle}>
      {elsewhere ? (
        <>
          <p>{`${words.notHere} ${words.notHereTodo}`}</p>
          <NuoRights />
        </>
      ) : (
        <>
          <p>{`${words.accessIntro} ${words.accessLogged}`}</p>
          <Look />
        </>
      )}
    </Page>
  );
};
