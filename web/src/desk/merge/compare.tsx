import { Link } from 'react-router';
import { texts } from '../../texts.ts';
import { desk } from '../../texts/desk.ts';
import { addressText } from '../../ui/address.ts';
import { DataTable } from '../../ui/table.tsx';
import { Panel } from '../shared/panel.tsx';
import { employerPath } from '../shared/paths.ts';
import type { SideFragment } from './merge.generated.ts';

const { merge: words, search, employer: employerWords, words: names } = desk;

const addressesOf = ({ branches }: SideFragment): string => (branches ?? []).map(addressText).join('; ');

const rows: readonly [string, (side: SideFragment) => string | number | null][] = [
  [employerWords.legalName, ({ legalName }) => legalName],
  [employerWords.tradeNames, ({ tradeNames }) => tradeNames.join(', ')],
  [search.kvk, ({ kvkNumber }) => kvkNumber],
  [search.status, ({ status }) => names.employerStatus[status]],
  [employerWords.employees, ({ employees }) => employees],
  [employerWords.branches, addressesOf],
];

/** Two employers side by side. */
export const Compare = ({ sides: [one, two] }: { sides: readonly [SideFragment, SideFragment] }) => (
  <Panel title={words.compare}>
    <DataTable
      caption={words.compare}
      hideCaption
      rows={rows}
      keyOf={([name]) => name}
      columns={[
        { header: words.field, heads: true, cell: ([name]) => name },
        // Both may have one name: a column is told by its place.
        { header: `1. ${one.name}`, short: '1', cell: ([, of]) => of(one) || texts.common.none },
        { header: `2. ${two.name}`, short: '2', cell: ([, of]) => of(two) || texts.common.none },
      ]}
    />
    <p>
      <Link to={employerPath(one.id)}>1. {one.name}</Link> · <Link to={employerPath(two.id)}>2. {two.name}</Link>
    </p>
  </Panel>
);
