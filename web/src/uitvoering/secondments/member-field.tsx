import { Button } from '@amsterdam/design-system-react';
import { useState } from 'react';
import { useAsk } from '../../graph/ask.ts';
import { secondments as words } from '../../texts/secondments.ts';
import { dayText } from '../../ui/dates.ts';
import { RadioField } from '../../ui/fields.tsx';
import { Answer, Empty } from '../../ui/states.tsx';
import type { FormState } from '../../ui/use-form.ts';
import { personName } from '../people.ts';
import type { Secondment } from './secondment-fields.tsx';
import { PlacementsAtHirerDocument } from './secondments.generated.ts';

const live = new Set(['PLANNED', 'ACTIVE', 'INTERRUPTED']);

/** A placement at the hirer that fits the agreement; the graph has the last word. */
export const MemberField = ({ form, secondment }: { form: FormState<{ placementId: string }>; secondment: Secondment }) => {
  const [after, setAfter] = useState<string | null>(null);
  const asked = useAsk(PlacementsAtHirerDocument, { variables: { id: secondment.employer?.id ?? '', after } });
  return (
    <Answer asked={asked}>
      {({ employer }) => {
        const page = employer?.placements;
        const fit = (page?.nodes ?? []).filter((each) => each.secondment === null && live.has(each.status) && each.kind === `SECONDMENT_${secondment.kind}`);
        return (
          <>
            {fit.length === 0 ? (
              <Empty>{words.noCandidates}</Empty>
            ) : (
              <RadioField
                form={form}
                name="placementId"
                label={words.placement}
                choices={fit.map((each) => ({ value: each.id, label: `${personName(each)}, ${dayText(each.startsOn)}` }))}
              />
            )}
            {page?.pageInfo.hasNextPage && (
              <p className="small">
                {words.moreCandidates}{' '}
                <Button type="button" variant="tertiary" onClick={() => setAfter(page.pageInfo.endCursor)}>
                  {words.nextCandidates}
                </Button>
              </p>
            )}
          </>
        );
      }}
    </Answer>
  );
};
