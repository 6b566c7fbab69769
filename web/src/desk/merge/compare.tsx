import { Link } from 'react-router';
import { texts } from '../../texts.ts';
import { desk } from '../../texts/desk.ts';
import { addressText } from '../../ui/address.ts';
import { DataTable } from '../../ui/table.tsx';
import { Panel } from '../shared/panel.tsx';
import { employerPath } from '../shared/paths.ts';
import { fieldsOf, valueText } from './fields-of.ts';
import type { SideFragment } from './merge.generated.ts';

const { merge: words, employer: employerWords, words: names } = desk;

const addressesOf = ({ branches }: SideFragment): string => (branches ?? []).map(addressText).join('; ');

/** What neither of them has is not compared. */
const compared = ([one, two]: readonly [SideFragment, SideFragment]) => {
  const others = new Map(fieldsOf(two).map(({ field, value }) => [field, value]));
  const fields = fieldsOf(one).flatMap(({ field, value }) => {
    const other = others.get(field) ?? '';
    return value + other === '' ? [] : [{ name: names.mergeField[field], one: valueText(field, value), two: valueText(field, other) }];
  });
  return [...fields, { name: employerWords.branches, one: addressesOf(one) || texts.common.none, two: addressesOf(two) || texts.common.none }];
};

/** Two employers side by side. */
export const Compare = ({ sides }: { sides: readonly [SideFragment, SideFragment] }) => {
  const [one, two] = sides;
  return (
    <Panel title={words.compare}>
      <DataTable
        caption={words.compare}
        hideCaption
        rows={compared(sides)}
        keyOf={({ name }) => name}
        columns={[
          { header: words.field, heads: true, cell: ({ name }) => name },
          // Both may have one name: a column is told by its place.
          { header: `1. ${one.name}`, short: '1', cell: (row) => row.one },
          { header: `2. ${two.name}`, short: '2', cell: (row) => row.two },
        ]}
      />
      <p>
        <Link to={employerPath(one.id)}>1. {one.name}</Link> · <Link to={employerPath(two.id)}>2. {two.name}</Link>
      </p>
    </Panel>
  );
};
