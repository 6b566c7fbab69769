import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { useAskWerkplein } from '../../graph/ask.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { ladderStep } from '../../texts/werkplein-law.ts';
import { doelgroepAxis, doelgroepValue, named } from '../../texts/werkplein-names.ts';
import { dayText } from '../../ui/dates.ts';
import { Answer } from '../../ui/states.tsx';
import type { Column } from '../../ui/table.tsx';
import { periodText } from '../parts/day.tsx';
import { Opening } from '../parts/opening.tsx';
import { type ClientHead, isOpen, useClient } from './client.tsx';
import { Decisions } from './decisions.tsx';
import { Exemptions } from './exemptions.tsx';
import { ClientLawDocument, type ClientLawQuery } from './law.werkplein.generated.ts';
import { DoelgroepForm, LadderForm } from './law-forms.tsx';
import { LawTable } from './law-section.tsx';
import { Loonwaarden } from './loonwaarde.tsx';
import { Provisions } from './provisions.tsx';

const { law: words } = werkpleinTexts;
export type LawClient = NonNullable<ClientLawQuery['client']>;
export type OwnLaw = Extract<LawClient, { decisions: unknown }>;
type Measurement = NonNullable<LawClient['ladder']>[number];
type Period = NonNullable<LawClient['doelgroep']>['periods'][number];

const periods: Column<Period>[] = [
  { header: words.axis, heads: true, cell: ({ axis }) => named(doelgroepAxis, axis) },
  { header: words.axisValue, cell: ({ value }) => named(doelgroepValue, value) },
  { header: words.period, cell: ({ validFrom, validUntil }) => periodText(validFrom, validUntil) },
];

const ladder: Column<Measurement>[] = [
  { header: words.measuredOn, cell: ({ measuredOn }) => dayText(measuredOn) },
  { header: words.ladderStep, heads: true, cell: ({ step }) => named(ladderStep, String(step)) },
  { header: words.by, cell: ({ recordedBy }) => recordedBy.name },
];

const Sections = ({ law, client }: { law: LawClient; client: ClientHead }) => {
  const own = 'decisions' in law ? law : null;
  const inForce = (own?.decisions ?? []).filter(({ revisedById }) => revisedById === null);
  const open = isOpen(client);
  const { hash } = useLocation();
  // The part that an address leads to is there only now that it was answered.
  useEffect(() => document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView(), [hash]);
  return (
    <>
      <LawTable
        id="doelgroep"
        title={words.doelgroep}
        empty={words.noDoelgroep}
        rows={law.doelgroep?.periods.toReversed() ?? null}
        columns={periods}
        keyOf={({ axis, validFrom, value }) => `${axis} ${validFrom} ${value}`}
        action={<Opening label={words.setAxis}>{(close) => <DoelgroepForm clientId={client.id} close={close} />}</Opening>}
      />
      <Provisions law={law} decisions={inForce} clientId={client.id} open={open} />
      <Decisions law={own} clientId={client.id} />
      <Exemptions law={law} decisions={inForce} clientId={client.id} open={open} />
      <Loonwaarden law={own} clientId={client.id} open={open} />
      <LawTable
        id="ladder"
        title={words.ladder}
        empty={words.noLadder}
        rows={law.ladder?.filter(({ supersededAt }) => supersededAt === null) ?? null}
        columns={ladder}
        keyOf={({ id }) => id}
        {...(open && { action: <Opening label={words.measure}>{(close) => <LadderForm clientId={client.id} close={close} />}</Opening> })}
      />
    </>
  );
};

/** What the municipality decided, gave and measured; each part, and each record in it, has an address. */
export const LawPart = () => {
  const client = useClient();
  const asked = useAskWerkplein(ClientLawDocument, { variables: { client: client.id } });
  return (
    <>
      <nav className="choices" aria-label={words.onThisPage}>
        {words.sections.map(([id, label]) => (
          <a key={id} href={`#${id}`}>
            {label}
          </a>
        ))}
      </nav>
      <Answer asked={asked}>{({ client: law }) => law && <Sections law={law} client={client} />}</Answer>
    </>
  );
};
