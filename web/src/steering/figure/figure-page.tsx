import '../steering.css';
import { useParams } from 'react-router';
import { Page } from '../../app/page.tsx';
import { useAsk } from '../../graph/ask.ts';
import { municipalities } from '../../graph/municipalities.generated.ts';
import { figures } from '../../texts/figures.ts';
import { steering } from '../../texts/steering.ts';
import { Answer, Empty } from '../../ui/states.tsx';
import { placeOfField, useAddressPart, useQuarter, useYear } from '../address.ts';
import { MissingAlert } from '../missing.tsx';
import { usualQuarter } from '../other-figures.tsx';
import { isDayOf, spanOf, untilDay } from '../period.ts';
import { Pick } from '../pick.tsx';
import { QuarterPick, YearPick } from '../picks.tsx';
import { PrintButton } from '../print-button.tsx';
import { useReader } from '../reader.ts';
import { Compare } from './compare.tsx';
import { Course } from './course.tsx';
import { Facts } from './facts.tsx';
import { SteeringFigureDocument } from './figure.generated.ts';
import { FigureRows } from './figure-rows.tsx';
import { FigureValue } from './figure-value.tsx';
import { ThenAndNow } from './then-and-now.tsx';

const words = steering;

const FigurePlacePick = () => {
  const { everywhere, home } = useReader();
  const [field, choose] = useAddressPart('gemeente');
  const offered = municipalities.filter(({ code }) => everywhere || code === home);
  return (
    <Pick
      label={words.municipality}
      value={placeOfField(field ?? undefined)?.field ?? ''}
      choices={[{ value: '', label: words.all }, ...offered.map(({ field: value, name }) => ({ value, label: name }))]}
      onPick={(next) => choose(next === '' ? null : next)}
    />
  );
};

/** One figure, down to the facts that it counts. */
export const Component = () => {
  const indicator = useParams()['indicator'] ?? '';
  const { exact, everywhere, home } = useReader();
  const [year] = useYear();
  const [field] = useAddressPart('gemeente');
  const place = placeOfField(field ?? undefined);
  const usual = usualQuarter(year, exact);
  const [quarter] = useQuarter(usual);
  const [day] = useAddressPart('tot');
  const span = exact && isDayOf(year, day) ? untilDay(year, day) : spanOf(year, quarter, exact);
  const variables = { indicator, municipality: place?.code ?? null, ...span };
  const asked = useAsk(SteeringFigureDocument, { variables });
  const mayFacts = exact && (everywhere || place?.code === home);
  return (
    <Page title={asked.data?.figure?.indicator.title ?? words.figure} actions={<PrintButton />}>
      <div className="picks">
        <FigurePlacePick />
        <YearPick />
        <QuarterPick usual={usual} />
      </div>
      <Answer asked={asked}>
        {({ figure }) =>
          figure ? (
            <>
              <MissingAlert of={[figure]} />
              <FigureValue figure={figure} place={place?.name ?? words.all} />
              <FigureRows figure={figure} />
              <Course figure={figure} place={place} year={year} />
              {everywhere && <Compare figure={figure} />}
              {exact && <ThenAndNow figure={figure} variables={variables} />}
              <Facts figure={figure} variables={variables} may={mayFacts} />
            </>
          ) : (
            <Empty>{everywhere || place === null || place.code === home ? figures.notFound : words.notYours}</Empty>
          )
        }
      </Answer>
    </Page>
  );
};
