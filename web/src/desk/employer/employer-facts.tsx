import { Link } from 'react-router';
import { texts } from '../../texts.ts';
import { desk } from '../../texts/desk.ts';
import { addressText } from '../../ui/address.ts';
import { Facts } from '../../ui/facts.tsx';
import { Panel } from '../shared/panel.tsx';
import { branchPath, editPath, employerPath } from '../shared/paths.ts';
import { EmployerStatusBadge } from '../search/employer-list.tsx';
import type { EmployerPageQuery } from './employer.generated.ts';

const { employer: words, search } = desk;

type Employer = NonNullable<EmployerPageQuery['employer']>;

const EmployerLinks = ({ of }: { of: readonly { id: string; name: string }[] }) => (
  <ul className="plain-list">
    {of.map(({ id, name }) => (
      <li key={id}>
        <Link to={employerPath(id)}>{name}</Link>
      </li>
    ))}
  </ul>
);

/** What is registered of an employer. */
export const EmployerFacts = ({ employer }: { employer: Employer }) => {
  const { parent = null, children = [] } = employer.concern ?? {};
  return (
    <Panel folds title={words.facts} actions={<Link to={editPath(employer.id)}>{desk.edit.employer}</Link>}>
      <Facts
        facts={[
          [search.status, <EmployerStatusBadge key="status" status={employer.status} />],
          [words.legalName, employer.legalName],
          ...(employer.tradeNames.length > 0 ? [[words.tradeNames, employer.tradeNames.join(', ')] as const] : []),
          [search.kvk, employer.kvkNumber ?? texts.common.none],
          [words.employees, employer.employees],
          ...(parent ? [[words.partOf, <EmployerLinks key="parent" of={[parent]} />] as const] : []),
          ...(children.length > 0 ? [[words.parts, <EmployerLinks key="children" of={children} />] as const] : []),
          ...(employer.keyAccount ? [[search.keyAccount, texts.common.yes] as const] : []),
          [words.rest, words.restDays(employer.coolDownDays)],
          ...(employer.websites.length > 0 ? [[words.website, employer.websites.join(', ')] as const] : []),
        ]}
      />
      <h3 className="desk-subhead">{words.branches}</h3>
      {employer.branches !== null && employer.branches.length > 0 && (
        <>
          <ul className="desk-bullets">
            {employer.branches
              .toSorted((a, b) => Number(b.main) - Number(a.main))
              .map((branch) => (
                <li key={branch.id}>
                  {branch.name}
                  {branch.main && employer.branches?.length !== 1 && ` (${words.mainBranch})`}
                  <span className="small desk-under">{addressText(branch)}</span>
                  <Link className="no-print" to={branchPath(employer.id, branch.id)} aria-label={desk.edit.changeOf(branch.name)}>
                    {desk.edit.change}
                  </Link>
                </li>
              ))}
          </ul>
        </>
      )}
      <Link className="no-print" to={branchPath(employer.id)}>
        {desk.edit.newBranch}
      </Link>
    </Panel>
  );
};
