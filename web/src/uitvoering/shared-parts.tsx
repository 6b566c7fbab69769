import { Heading } from '@amsterdam/design-system-react';
import type { ReactNode } from 'react';
import { uitvoering } from '../texts/uitvoering.ts';
import { dayText } from '../ui/dates.ts';
import { Facts } from '../ui/facts.tsx';
import { Empty } from '../ui/states.tsx';
import { applying, fact, type Fact } from './facts-of.ts';
import type { OrderQuery } from './order.generated.ts';

const { orders } = uitvoering;
const { parts, axes } = orders;

type Client = NonNullable<NonNullable<OrderQuery['serviceOrder']>['client']>;

const list = (items: readonly string[]): ReactNode => (
  <ul className="plain-list">
    {items.map((each) => (
      <li key={each}>{each}</li>
    ))}
  </ul>
);

/** Each part that is shared; null of what is not, and of what is shared but empty. */
const partsOf = ({ address, doelgroep, candidate }: Client): Fact[] => {
  const { hoursMin = null, hoursMax = null } = candidate ?? {};
  return applying([
    fact(parts.address, address?.city ?? null),
    fact(parts.grondslag, doelgroep?.grondslag && axes.grondslag[doelgroep.grondslag]),
    fact(parts.beschut, doelgroep?.beschut && axes.beschut[doelgroep.beschut]),
    fact(parts.register, doelgroep?.doelgroepregister && axes.register[doelgroep.doelgroepregister]),
    fact(parts.lks, doelgroep?.doelgroepLks && axes.lks[doelgroep.doelgroepLks]),
    fact(parts.occupations, candidate?.occupations && candidate.occupations.length > 0 ? list(candidate.occupations.map(({ text }) => text)) : null),
    fact(parts.hours, hoursMin === null && hoursMax === null ? null : [hoursMin, hoursMax].filter((each) => each !== null).join(' – ')),
    fact(parts.available, candidate ? (candidate.availableFrom == null ? parts.atOnce : dayText(candidate.availableFrom)) : null),
  ]);
};

/** What the NUO may see of this client; what is missing was not shared. */
export const SharedParts = ({ client }: { client: Client }) => {
  const shared = partsOf(client);
  const known = applying([fact(orders.name, client.displayName), fact(orders.regisseur, client.klantregisseur?.name)]);
  return (
    <section className="panel">
      <Heading level={2}>{orders.shared}</Heading>
      {known.length + shared.length > 0 && <Facts facts={[...known, ...shared]} />}
      {known.length + shared.length === 0 ? <Empty>{orders.nothingShared}</Empty> : <p className="small">{orders.notShared}</p>}
    </section>
  );
};
