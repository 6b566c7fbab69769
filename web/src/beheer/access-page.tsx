import { Field, FieldSet, Label, Paragraph, Radio, TextInput, Button } from '@amsterdam/design-system-react';
import { type FormEvent, useState } from 'react';
import { useSearchParams } from 'react-router';
import { isNuo, useMe } from '../app/me.tsx';
import { Page } from '../app/page.tsx';
import { texts } from '../texts.ts';
import { AccessLog } from './access-log.tsx';
import { ClientList } from './client-list.tsx';

const words = texts.beheer;
const purposes = Object.entries(words.purposes);
const LEAST = 2;

/** Asks what for, then which client. */
const Look = () => {
  const [params, setParams] = useSearchParams();
  const purpose = purposes.find(([code]) => code === params.get('doel'))?.[0];
  const search = params.get('zoek') ?? '';
  const client = params.get('client');
  const [typed, setTyped] = useState(search);
  const set = (changes: Record<string, string>): void =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      for (const [name, value] of Object.entries(changes)) next.set(name, value);
      next.delete('na');
      next.delete('client');
      return next;
    });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    set({ zoek: typed.trim() });
  };
  return (
    <>
      <section className="panel" aria-label={words.searchAction}>
        <form className="form" onSubmit={submit} noValidate>
          <FieldSet legend={words.purpose} role="radiogroup">
            {purposes.map(([code, label]) => (
              <Radio key={code} name="doel" value={code} checked={purpose === code} onChange={() => set({ doel: code })}>
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
        <AccessLog client={client} purpose={purpose} />
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
    <Page title={words.accessTitle}>
      {elsewhere ? (
        <section className="panel" aria-label={words.accessTitle}>
          <p>{words.notHere}</p>
          <p>{words.notHereTodo}</p>
        </section>
      ) : (
        <>
          <p>{`${words.accessIntro} ${words.accessLogged}`}</p>
          <Look />
        </>
      )}
    </Page>
  );
};
