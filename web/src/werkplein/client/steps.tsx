import { useWerkpleinCommand } from '../../graph/command.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { LongTextField } from '../../ui/fields.tsx';
import { useForm } from '../../ui/use-form.ts';
import { CommandForm } from '../parts/command-form.tsx';
import { Opening } from '../parts/opening.tsx';
import { useSending } from '../parts/sending.ts';
import { CloseForm } from './close.tsx';
import type { ClientHead } from './client.tsx';
import { AftercareForm, ConfirmPlacementForm } from './placed.tsx';
import {
  DeclarePlaceableDocument,
  ResumeDossierDocument,
  ResumeProgrammeDocument,
  StartIntakeDocument,
  SuspendDossierDocument,
  WithdrawPlaceableDocument,
} from './steps.werkplein.generated.ts';

const { step: words } = werkpleinTexts;

/** A form of one step, of a client whose dossier was read at `version`. */
export interface StepProps {
  clientId: string;
  version: number;
  close: () => void;
}

const simple = {
  startIntake: StartIntakeDocument,
  declarePlaceable: DeclarePlaceableDocument,
  withdrawPlaceable: WithdrawPlaceableDocument,
  resume: ResumeDossierDocument,
};
const reasoned = { suspend: SuspendDossierDocument, resumeProgramme: ResumeProgrammeDocument };

/** These steps differ by name alone: to what they answer one reading fits. */
type SimpleDocument = typeof StartIntakeDocument;
type ReasonDocument = typeof SuspendDossierDocument;

const SimpleForm = ({ step, clientId, version, close }: StepProps & { step: keyof typeof simple }) => {
  const sending = useSending(useWerkpleinCommand(simple[step] as SimpleDocument), 'DossierChanged', words.done[step], close);
  return (
    <CommandForm sending={sending} submit={words.name[step]} onCancel={close} onSubmit={() => void sending.send({ clientId, expectedVersion: version })}>
      <p className="form-text">{words.explain[step]}</p>
    </CommandForm>
  );
};

const ReasonForm = ({ step, clientId, version, close }: StepProps & { step: keyof typeof reasoned }) => {
  const form = useForm({ reason: '' }, `${step}:${clientId}`);
  const sending = useSending(useWerkpleinCommand(reasoned[step] as ReasonDocument), 'DossierChanged', words.done[step], () => {
    form.reset();
    close();
  });
  return (
    <CommandForm
      sending={sending}
      submit={words.name[step]}
      onCancel={close}
      onSubmit={() => void sending.send({ clientId, expectedVersion: version, reason: form.values.reason })}
    >
      <p className="form-text">{words.explain[step]}</p>
      <LongTextField form={form} name="reason" label={words.reason} rows={3} />
    </CommandForm>
  );
};

type Step = keyof typeof words.name;

/** What can be done from each state, the usual first (docs/states/dossier.md). Establishing the plan is on the plan's own page. */
const from: Partial<Record<string, readonly Step[]>> = {
  REGISTERED: ['startIntake', 'suspend', 'close'],
  INTAKE: ['suspend', 'close'],
  IN_PROGRAMME: ['declarePlaceable', 'suspend', 'close'],
  PLACEABLE: ['confirmPlacement', 'withdrawPlaceable', 'suspend', 'close'],
  PLACED: ['startAftercare', 'resumeProgramme', 'suspend', 'close'],
  AFTERCARE: ['close', 'resumeProgramme', 'suspend'],
  SUSPENDED: ['resume', 'close'],
};

const StepForm = ({ step, ...props }: StepProps & { step: Step }) => {
  if (step === 'close') return <CloseForm {...props} />;
  if (step === 'confirmPlacement') return <ConfirmPlacementForm {...props} />;
  if (step === 'startAftercare') return <AftercareForm {...props} />;
  if (step === 'suspend' || step === 'resumeProgramme') return <ReasonForm step={step} {...props} />;
  return <SimpleForm step={step} {...props} />;
};

/** The steps that the dossier can take now. */
export const Steps = ({ client, dossier }: { client: ClientHead; dossier: NonNullable<ClientHead['dossier']> }) => (
  <div className="openings">
    {(from[dossier.status] ?? []).map((step, index) => (
      <Opening key={step} label={words.name[step]} variant={index === 0 ? 'primary' : 'tertiary'}>
        {(close) => <StepForm step={step} clientId={client.id} version={dossier.version} close={close} />}
      </Opening>
    ))}
  </div>
);
