import { Heading } from '@amsterdam/design-system-react';
import { wsw as words } from '../../texts/personnel.ts';
import { dayOf, dayText } from '../../ui/dates.ts';
import { AnyMunicipalityField } from '../../ui/any-municipality-field.tsx';
import { Facts } from '../../ui/facts.tsx';
import { RadioField, TextField } from '../../ui/fields.tsx';
import { orNull } from '../command-form.tsx';
import { applying, fact } from '../facts-of.ts';
import { choicesOf } from '../filters.tsx';
import { useMay } from '../may.ts';
import { municipalityName } from '../../ui/municipality.ts';
import { type Step, StepChoice } from '../step-choice.tsx';
import { stepForm } from '../step-form.tsx';
import { CorrectWswWorkerDocument, RecordResidenceDocument, RegisterWswWorkerDocument, type StatisticsGender } from './people-steps.generated.ts';
import type { Personnel } from './personnel.tsx';
import { WswFields, wswInput, wswValues } from './wsw-fields.tsx';

type Worker = NonNullable<Personnel['wswWorker']>;

// No step of these has a draft: a BSN is not kept in a browser.
const registering = (participantId: string): Step =>
  stepForm({
    key: 'register',
    label: words.register,
    document: RegisterWswWorkerDocument,
    initial: wswValues(),
    required: ['gender'],
    input: (values) => ({ participantId, ...wswInput(values) }),
    done: words.registered,
    fields: (form) => <WswFields form={form} />,
  });

const correcting = (participantId: string, { version, birthDate, gender, firstRequestedOn }: Worker): Step =>
  stepForm({
    key: 'correct',
    label: words.correct,
    document: CorrectWswWorkerDocument,
    initial: { bsn: '', birthDate: birthDate ?? '', gender: gender ?? '', firstRequestedOn: firstRequestedOn ?? '' },
    required: ['gender'],
    input: (values) => ({
      participantId,
      expectedVersion: version,
      birthDate: orNull(values.birthDate),
      gender: values.gender as StatisticsGender,
      firstRequestedOn: orNull(values.firstRequestedOn),
      ...(values.bsn.trim() !== '' && { bsn: values.bsn }),
    }),
    done: words.corrected,
    fields: (form) => (
      <>
        <TextField form={form} name="bsn" label={words.bsn} hint={words.bsnKeep} optional />
        <TextField form={form} name="birthDate" type="date" label={words.birth} />
        <RadioField form={form} name="gender" label={words.gender} choices={choicesOf(words.genders)} />
        <TextField form={form} name="firstRequestedOn" type="date" label={words.firstRequested} optional />
      </>
    ),
  });

const moving = (participantId: string): Step =>
  stepForm({
    key: 'move',
    label: words.move,
    document: RecordResidenceDocument,
    initial: { municipality: '', from: dayOf() },
    input: (values) => ({ participantId, ...values }),
    done: words.moved,
    fields: (form) => (
      <>
        <AnyMunicipalityField form={form} name="municipality" label={words.residence} />
        <TextField form={form} name="from" type="date" label={words.from} />
      </>
    ),
  });

/** What the NUO keeps of a Wsw worker for the statistics. */
export const WswFacts = ({ person }: { person: Personnel }) => {
  const may = useMay()('keepEmployments');
  if (!may) return null;
  const { wswWorker: worker, id } = person;
  const homes = worker?.residences.map(({ municipality, validFrom, validUntil }) =>
    words.lived(municipalityName(municipality), dayText(validFrom), validUntil && dayText(validUntil)),
  );
  return (
    <section className="panel">
      <Heading level={2}>{words.title}</Heading>
      {worker && (
        <div className="stacked">
          <Facts
            facts={applying([
              fact(words.bsn, worker.bsn),
              fact(words.birth, worker.birthDate && dayText(worker.birthDate)),
              fact(words.gender, worker.gender && words.genders[worker.gender]),
              fact(words.firstRequested, worker.firstRequestedOn && dayText(worker.firstRequestedOn)),
              fact(words.residences, homes?.join('; ')),
            ])}
          />
        </div>
      )}
      <StepChoice steps={worker ? [moving(id), correcting(id, worker)] : [registering(id)]} quiet />
    </section>
  );
};
