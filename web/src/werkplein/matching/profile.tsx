import { useWerkpleinCommand } from '../../graph/command.ts';
import { texts } from '../../texts.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { visibility } from '../../texts/werkplein-law.ts';
import { LongTextField, RadioField, SelectField, TextField } from '../../ui/fields.tsx';
import { useForm } from '../../ui/use-form.ts';
import { CommandForm } from '../parts/command-form.tsx';
import { useSending } from '../parts/sending.ts';
import type { Candidate } from './client-vacancies.tsx';
import { SaveCandidateDocument, WithdrawCandidateDocument } from './matching.werkplein.generated.ts';

const { matching: words } = werkpleinTexts;

const numberText = (value: number | null | undefined): string => (value === null || value === undefined ? '' : String(value).replace('.', ','));
const numberOf = (text: string): number | null => (text.trim() === '' ? null : Number(text.replace(',', '.')));
const listOf = (text: string): string[] =>
  text
    .split(/[\n,;]/)
    .map((each) => each.trim())
    .filter(Boolean);
const known = (value: boolean | null | undefined): string => (value === null || value === undefined ? '' : value ? 'JA' : 'NEE');
const answerOf = (text: string): boolean | null => (text === '' ? null : text === 'JA');

const valuesOf = (candidate: Candidate | null) => ({
  occupations: (candidate?.occupations ?? []).map(({ text }) => text).join('\n'),
  hoursMin: numberText(candidate?.hoursMin),
  hoursMax: numberText(candidate?.hoursMax),
  availableFrom: candidate?.availableFrom ?? '',
  maxTravelKm: numberText(candidate?.maxTravelKm),
  postcode4: candidate?.postcode4 ?? '',
  drivingLicences: (candidate?.drivingLicences ?? []).join(', '),
  workingLevel: numberText(candidate?.workingLevel),
  needsAdaptation: known(candidate?.needsAdaptation),
  needsGuidance: known(candidate?.needsGuidance),
  visibility: candidate?.visibility ?? 'INTERNAL',
  informedOn: '',
});

/** The whole profile: a field that is left empty becomes unknown. */
export const ProfileForm = ({ clientId, candidate, close }: { clientId: string; candidate: Candidate | null; close: () => void }) => {
  const form = useForm(valuesOf(candidate), `profiel:${clientId}`);
  const sending = useSending(useWerkpleinCommand(SaveCandidateDocument), 'CandidateSaved', words.saved, () => {
    form.reset();
    close();
  });
  const { values } = form;
  // An occupation that was chosen from the register keeps its code.
  const codes = new Map((candidate?.occupations ?? []).map(({ text, code }) => [text, code]));
  const submit = (): void =>
    void sending.send({
      clientId,
      ...(candidate?.version !== null && candidate?.version !== undefined && { expectedVersion: candidate.version }),
      occupations: values.occupations
        .split('\n')
        .map((text) => text.trim())
        .filter(Boolean)
        .map((text) => ({ text, code: codes.get(text) ?? null })),
      hoursMin: numberOf(values.hoursMin),
      hoursMax: numberOf(values.hoursMax),
      availableFrom: values.availableFrom === '' ? null : values.availableFrom,
      maxTravelKm: numberOf(values.maxTravelKm),
      postcode4: values.postcode4 === '' ? null : values.postcode4,
      drivingLicences: listOf(values.drivingLicences),
      workingLevel: numberOf(values.workingLevel),
      needsAdaptation: answerOf(values.needsAdaptation),
      needsGuidance: answerOf(values.needsGuidance),
      visibility: values.visibility,
      informedOn: values.informedOn === '' ? null : values.informedOn,
    });
  const yesNo = [
    { value: 'JA', label: texts.common.yes },
    { value: 'NEE', label: texts.common.no },
  ];
  return (
    <CommandForm sending={sending} submit={texts.common.save} onCancel={close} onSubmit={submit}>
      <LongTextField form={form} name="occupations" label={words.occupations} hint={words.occupationsHint} rows={3} />
      <div className="field-row">
        <TextField form={form} name="hoursMin" label={words.hoursMin} optional />
        <TextField form={form} name="hoursMax" label={words.hoursMax} optional />
        <TextField form={form} name="availableFrom" type="date" label={words.availableFrom} optional />
      </div>
      <div className="field-row">
        <TextField form={form} name="postcode4" label={words.postcode4} optional />
        <TextField form={form} name="maxTravelKm" label={words.travelKm} optional />
        <TextField form={form} name="drivingLicences" label={words.licences} hint={words.licencesHint} optional />
      </div>
      <SelectField form={form} name="workingLevel" label={words.level} choices={words.levels} empty={texts.common.unknown} optional />
      <SelectField form={form} name="needsAdaptation" label={words.adaptation} choices={yesNo} empty={texts.common.unknown} optional />
      <SelectField form={form} name="needsGuidance" label={words.guidance} choices={yesNo} empty={texts.common.unknown} optional />
      <RadioField form={form} name="visibility" label={words.visibility} choices={Object.entries(visibility).map(([value, label]) => ({ value, label }))} />
      {values.visibility !== 'INTERNAL' && <TextField form={form} name="informedOn" type="date" label={words.informedOn} hint={words.informedHint} />}
    </CommandForm>
  );
};

/** Nobody finds the client as a candidate any more. */
export const WithdrawForm = ({ clientId, close }: { clientId: string; close: () => void }) => {
  const sending = useSending(useWerkpleinCommand(WithdrawCandidateDocument), 'CandidateWithdrawn', words.withdrawn, close);
  return (
    <CommandForm sending={sending} submit={words.withdraw} onCancel={close} onSubmit={() => void sending.send({ clientId })}>
      <p className="form-text">{words.withdrawExplain}</p>
    </CommandForm>
  );
};
