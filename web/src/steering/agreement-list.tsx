import { Heading } from '@amsterdam/design-system-react';
import { steering } from '../texts/steering.ts';
import { Few } from '../ui/few.tsx';
import { Empty } from '../ui/states.tsx';
import { AgreementCard } from './agreement-card.tsx';
import type { Colour } from './colour.tsx';
import type { AgreementOnDashboardFragment } from './dashboard.generated.ts';
import { placeInGroups } from './indicator-groups.ts';

const words = steering;
type Agreement = AgreementOnDashboardFragment;

const colourOf = ({ progress }: Agreement): Colour => progress?.colour ?? 'UNKNOWN';
const isConcept = ({ status }: Agreement): boolean => status === 'CONCEPT';

/** What asks for attention first, then what goes well, then what cannot be said yet. */
const parts: readonly { heading: string; holds: (agreement: Agreement) => boolean }[] = [
  { heading: words.needsAttention, holds: (each) => !isConcept(each) && (colourOf(each) === 'RED' || colourOf(each) === 'AMBER') },
  { heading: words.onCourse, holds: (each) => !isConcept(each) && colourOf(each) === 'GREEN' },
  { heading: words.notToSay, holds: (each) => !isConcept(each) && colourOf(each) === 'UNKNOWN' },
  { heading: words.proposed, holds: isConcept },
];

/** How many agreements there are of each colour; what is only proposed has none. */
export const countsOf = (agreements: readonly Agreement[]): string => {
  const count = (colour: Colour): number => agreements.filter((each) => !isConcept(each) && colourOf(each) === colour).length;
  return words.counts(count('RED'), count('AMBER'), count('GREEN'), count('UNKNOWN'));
};

const inOrder = (agreements: readonly Agreement[]): Agreement[] =>
  agreements.toSorted((a, b) => Number(colourOf(b) === 'RED') - Number(colourOf(a) === 'RED') || placeInGroups(a.indicator) - placeInGroups(b.indicator));

export const AgreementList = ({ agreements, year }: { agreements: readonly Agreement[]; year: number }) => {
  if (agreements.length === 0) return <Empty>{words.noAgreements}</Empty>;
  return parts.map(({ heading, holds }) => {
    const held = inOrder(agreements.filter(holds));
    return (
      held.length > 0 && (
        <div key={heading} className="agreement-part">
          <Heading level={3} size="level-4">{`${heading} (${held.length})`}</Heading>
          <Few count={held.length} few={5}>
            <ul className="agreement-list">
              {held.map((agreement) => (
                <AgreementCard key={agreement.id} agreement={agreement} year={year} />
              ))}
            </ul>
          </Few>
        </div>
      )
    );
  });
};
