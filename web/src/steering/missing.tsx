import { Alert, Paragraph } from '@amsterdam/design-system-react';
import { placeOfCode } from './address.ts';
import { steering } from '../texts/steering.ts';

const words = steering;

/** What is missing in words: an organisation by its name; what else it is says the source itself. */
export const sourceText = (source: string): string => {
  if (source === 'nuo') return words.organisationAway('NUO');
  const place = placeOfCode(source);
  return place ? words.organisationAway(place.name) : source;
};

export const sourcesText = (sources: readonly string[]): string => new Intl.ListFormat('nl').format([...new Set(sources)].map(sourceText));

interface Judged {
  complete: boolean;
  missingSources: readonly string[];
}

/** At one figure: that something is missing, and what. */
export const MissingNote = ({ of }: { of: Judged }) =>
  of.complete ? null : <span className="steer-missing">{words.missing(sourcesText(of.missingSources))}</span>;

/** Above figures: who does not answer, and what that does to them. Months that are open stand at their figure alone. */
export const MissingAlert = ({ of }: { of: readonly Judged[] }) => {
  const away = [...new Set(of.flatMap(({ missingSources }) => missingSources))].filter((source) => source === 'nuo' || placeOfCode(source) !== null);
  if (away.length === 0) return null;
  return (
    <Alert className="stacked" heading={words.missingHeading(sourcesText(away))} headingLevel={2} severity="warning" role="status">
      <Paragraph>
        {words.missingMeans} {words.missingAction}
      </Paragraph>
    </Alert>
  );
};
