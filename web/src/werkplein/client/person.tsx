import { useAskWerkplein } from '../../graph/ask.ts';
import { useWerkpleinCommand } from '../../graph/command.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { transferState } from '../../texts/werkplein-law.ts';
import { named } from '../../texts/werkplein-names.ts';
import { addressText } from '../../ui/address.ts';
import { dayText } from '../../ui/dates.ts';
import { Facts } from '../../ui/facts.tsx';
import { TextField } from '../../ui/fields.tsx';
import { Answer } from '../../ui/states.tsx';
import { useForm } from '../../ui/use-form.ts';
import { chosenColleague, ColleagueField, noColleague } from '../parts/colleagues.tsx';
import { CommandForm } from '../parts/command-form.tsx';
import { periodText } from '../parts/day.tsx';
import { Opening } from '../parts/opening.tsx';
import { Panel } from '../parts/panel.tsx';
import { useSending } from '../parts/sending.ts';
import { OfferTransfer } from '../transfers/offer.tsx';
import { type ClientHead, isOpen } from './client.tsx';
import { ClientPersonDocument, type ClientPersonQuery } from './client.werkplein.generated.ts';
import { CorrectForm } from './correct.tsx';
import { AssignKlantregisseurDocument } from './steps.werkplein.generated.ts';

const { person: words } = werkpleinTexts;
type Person = NonNullable<ClientPersonQuery['client']>;

/** Another klantregisseur, for good or for some days. */
const Assign = ({ client, close }: { client: ClientHead; close: () => void }) => {
  const form = useForm({ ...noColleague, until: '' });
  const sending = useSending(useWerkpleinCommand(AssignKlantregisseurDocument), 'KlantregisseurAssigned', words.assigned, close);
  const { until } = form.values;
  return (
    <CommandForm
      sending={sending}
      submit={words.assign}
      onCancel={close}
      onSubmit={() => void sending.send({ clientId: client.id, klantregisseur: chosenColleague(form.values), until: until === '' ? null : until })}
    >
      <ColleagueField form={form} label={words.newKlantregisseur} />
      <TextField form={form} name="until" type="date" label={words.standInUntil} hint={words.standInHint} optional />
    </CommandForm>
  );
};

const History = ({ person: { responsibilities } }: { person: Person }) => (
  <ul className="plain-list">
    {(responsibilities ?? []).map(({ employee, from, until, standIn }) => (
      <li key={`${employee.id} ${from}`}>
        {employee.name} {standIn && <span className="small">{words.standsIn}</span>} <span className="small">{periodText(from, until)}</span>
      </li>
    ))}
  </ul>
);

/** Who the client is and who directs; what may not be seen is said to be so. */
export const PersonPanel = ({ client }: { client: ClientHead }) => {
  const asked = useAskWerkplein(ClientPersonDocument, { variables: { client: client.id } });
  return (
    <div className="columns">
      <Panel title={words.title} id="gegevens">
        <Answer asked={asked}>
          {({ client: person }) =>
            person && (
              <>
                <Facts
                  facts={[
                    [words.name, [person.givenNames, person.prefix, person.familyName].filter(Boolean).join(' ') || null],
                    [words.birthDate, client.birthDate && dayText(client.birthDate)],
                    [words.address, person.address && addressText(person.address)],
                    [words.bsn, person.bsn],
                    [words.ownReference, person.ownReference],
                    [words.registeredOn, client.registeredOn && dayText(client.registeredOn)],
                  ]}
                />
                <div className="openings">
                  <Opening label={words.correct} variant="tertiary">
                    {(close) => <CorrectForm client={client} person={person} close={close} />}
                  </Opening>
                </div>
              </>
            )
          }
        </Answer>
      </Panel>
      <Panel title={words.klantregie} id="klantregisseur">
        <Answer asked={asked}>
          {({ client: person }) =>
            person && (
              <>
                <History person={person} />
                {'transfers' in person &&
                  (person.transfers ?? []).map(({ id, direction, state, cutoverOn, from, to }) => (
                    <p key={id}>
                      {words.moves(direction === 'OUT' ? to.name : from.name, direction === 'OUT', dayText(cutoverOn))} (
                      {named(transferState, state).toLowerCase()})
                    </p>
                  ))}
              </>
            )
          }
        </Answer>
        {isOpen(client) && (
          <div className="openings">
            <Opening label={words.change}>{(close) => <Assign client={client} close={close} />}</Opening>
            <Opening label={words.offer} variant="tertiary">
              {(close) => <OfferTransfer clientId={client.id} close={close} />}
            </Opening>
          </div>
        )}
      </Panel>
    </div>
  );
};
