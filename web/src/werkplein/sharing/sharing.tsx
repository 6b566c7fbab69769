import { useAskWerkplein } from '../../graph/ask.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { disclosurePart, disclosurePurpose } from '../../texts/werkplein-law.ts';
import { named } from '../../texts/werkplein-names.ts';
import { dayText } from '../../ui/dates.ts';
import { Answer } from '../../ui/states.tsx';
import { isOpen, useClient } from '../client/client.tsx';
import { Opening } from '../parts/opening.tsx';
import { Panel } from '../parts/panel.tsx';
import { ChangeForm, ShareForm, WithdrawForm } from './share-forms.tsx';
import { History, Seen } from './seen.tsx';
import { WhatTheNuoSeesDocument, type WhatTheNuoSeesQuery } from './sharing.werkplein.generated.ts';

const { sharing: words } = werkpleinTexts;
export type Disclosure = NonNullable<NonNullable<WhatTheNuoSeesQuery['client']>['disclosures']>[number];

/** What is shared now; null when nothing is. */
export const currentOf = (disclosures: readonly Disclosure[] | null | undefined): Disclosure | null =>
  (disclosures ?? []).find(({ state, changedInto }) => state === 'SHARED' && changedInto === null) ?? null;

const partsText = (parts: readonly string[]): string => new Intl.ListFormat('nl').format(parts.map((part) => named(disclosurePart, part).toLowerCase()));

/** In one sentence what the NUO sees, for what and until when. */
const Sentence = ({ current }: { current: Disclosure | null }) => (
  <p className="statement">
    {current
      ? words.statement(partsText(current.parts), named(disclosurePurpose, current.purpose).toLowerCase(), dayText(current.validUntil))
      : words.nothingShared}
  </p>
);

/** What the NUO sees of this client (Q12), to look at with the client, and to change. */
export const SharingPart = () => {
  const client = useClient();
  const asked = useAskWerkplein(WhatTheNuoSeesDocument, { variables: { client: client.id } });
  return (
    <Answer asked={asked}>
      {(data) => {
        const current = currentOf(data.client?.disclosures);
        const months = data.wierden?.terms?.disclosureMaxMonths ?? null;
        return (
          <>
            <Panel title={words.title}>
              <Sentence current={current} />
              {current?.note && <p>{words.why(current.note)}</p>}
              {current?.recordedBy && <p className="small">{words.by(current.recordedBy.name, dayText(current.validFrom))}</p>}
              {isOpen(client) ? (
                <div className="openings">
                  {current ? (
                    <>
                      <Opening key="change" label={words.change}>
                        {(close) => <ChangeForm clientId={client.id} current={current} months={months} close={close} />}
                      </Opening>
                      <Opening key="withdraw" label={words.withdraw} variant="tertiary">
                        {(close) => <WithdrawForm clientId={client.id} close={close} />}
                      </Opening>
                    </>
                  ) : (
                    <Opening key="share" label={words.share} variant="primary">
                      {(close) => <ShareForm clientId={client.id} months={months} close={close} />}
                    </Opening>
                  )}
                </div>
              ) : (
                <p className="small">{words.closed}</p>
              )}
            </Panel>
            {data.client?.sharedWithNuo && <Seen shared={data.client.sharedWithNuo} />}
            <History disclosures={data.client?.disclosures ?? []} />
          </>
        );
      }}
    </Answer>
  );
};
