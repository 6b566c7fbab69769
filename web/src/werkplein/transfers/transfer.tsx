import { Heading } from '@amsterdam/design-system-react';
import { texts } from '../../texts.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { transferState } from '../../texts/werkplein-law.ts';
import { named } from '../../texts/werkplein-names.ts';
import { StatusBadge, type Tone } from '../../ui/badge.tsx';
import { dayText } from '../../ui/dates.ts';
import { Facts } from '../../ui/facts.tsx';
import { ClientLink } from '../parts/client-link.tsx';
import { Opening } from '../parts/opening.tsx';
import { AcceptForm, EndForm } from './transfer-forms.tsx';
import type { TransferFactsFragment } from './transfers.werkplein.generated.ts';

const { transfer: words } = werkpleinTexts;
const tones: Record<string, Tone> = { OFFERED: 'attention', ACCEPTED: 'info', CLOSED: 'info', COMPLETED: 'good', REFUSED: 'bad' };

/** Who moves: a client of ours, or by what came along of who is not one yet. */
const Name = ({ transfer: { client, package: file } }: { transfer: TransferFactsFragment }) => {
  if (client) return <ClientLink client={client} />;
  // What came along of a move that was refused or taken back is not kept.
  if (!file) return <>{words.nameGone}</>;
  const { givenNames, prefix, familyName, birthDate } = file.identity;
  return (
    <>
      {[givenNames, prefix, familyName].filter(Boolean).join(' ')} <span className="small">{birthDate !== null && words.born(dayText(birthDate))}</span>
    </>
  );
};

const Package = ({ transfer: { package: file } }: { transfer: TransferFactsFragment }) =>
  file && (
    <details className="as-table">
      <summary>{words.package}</summary>
      <Facts
        facts={[
          [words.formerKlantregisseur, file.klantregisseur],
          [words.since, dayText(file.openedOn)],
          [words.goals, file.plan === null ? texts.common.none : file.plan.goals.map(({ text }) => text).join('; ') || texts.common.none],
          [words.provisions, words.provisionCount(file.provisions.length)],
        ]}
      />
    </details>
  );

/** One move: from where to where, from when, what is still to be done and what can be done. */
export const TransferItem = ({ transfer }: { transfer: TransferFactsFragment }) => {
  const { id, direction, state, from, to, cutoverOn, offeredBy, klantregisseur, note, reason, toDo } = transfer;
  return (
    <li className="waiting-item" id={`verhuizing-${id}`}>
      <Heading level={3} size="level-4">
        <Name transfer={transfer} /> <StatusBadge tone={tones[state] ?? 'neutral'}>{named(transferState, state)}</StatusBadge>
      </Heading>
      <Facts
        facts={[
          [direction === 'IN' ? words.from : words.to, direction === 'IN' ? from.name : to.name],
          [words.cutoverOn, dayText(cutoverOn)],
          [words.offeredBy, offeredBy.name],
          ...(klantregisseur === null ? [] : [[words.newKlantregisseur, klantregisseur.name] as [string, string]]),
          ...(note === null ? [] : [[words.note, note] as [string, string]]),
          ...(reason === null ? [] : [[words.reason, reason] as [string, string]]),
          ...(toDo.length === 0 ? [] : [[words.toDo, toDo.map(({ text }) => text).join(' ')] as [string, string]]),
        ]}
      />
      <Package transfer={transfer} />
      <div className="openings">
        {direction === 'IN' && state === 'OFFERED' && (
          <Opening label={words.accept} variant="primary">
            {(close) => <AcceptForm transfer={transfer} close={close} />}
          </Opening>
        )}
        {state === 'OFFERED' && (
          <Opening label={direction === 'IN' ? words.refuse : words.withdraw} variant="tertiary">
            {(close) => <EndForm transfer={transfer} close={close} />}
          </Opening>
        )}
      </div>
    </li>
  );
};
