import { useParams } from 'react-router';
import { NotFound } from '../../app/failures.tsx';
import { hasRole, isNuo, useMe } from '../../app/me.tsx';
import { useAsk } from '../../graph/ask.ts';
import { desk } from '../../texts/desk.ts';
import { Answer, Empty } from '../../ui/states.tsx';
import { SubPage } from '../shared/sub-page.tsx';
import { AccountCard } from './account-card.tsx';
import { AccountsOfEmployerDocument } from './account.generated.ts';
import { AssignForm } from './assign-form.tsx';

const { account: words, employer: employerWords } = desk;

/** The accounts of an employer: who speaks for all of us, with what plan, and giving them to somebody. */
export const AccountsPage = () => {
  const { id = '' } = useParams();
  const me = useMe();
  const coordinator = isNuo(me) && hasRole(me, 'coordinator');
  const asked = useAsk(AccountsOfEmployerDocument, { variables: { id } });
  const found = asked.data?.employer;
  if (found === null && !asked.refreshing && asked.problem === null && asked.absent.length === 0) return <NotFound />;
  return (
    <SubPage title={found ? words.title(found.name) : words.manage} employer={{ id, name: found?.name }}>
      <Answer asked={asked}>
        {({ employer }) =>
          employer && (
            <>
              {employer.accounts?.length === 0 && <Empty>{employerWords.noAccount}</Empty>}
              {(employer.accounts ?? []).map((account) => (
                <AccountCard key={account.id} employerId={id} account={account} coordinator={coordinator} />
              ))}
              {coordinator && (
                <AssignForm
                  employerId={id}
                  branches={employer.branches ?? []}
                  account={null}
                  hasWhole={(employer.accounts ?? []).some(({ scope }) => scope === 'WHOLE')}
                />
              )}
            </>
          )
        }
      </Answer>
    </SubPage>
  );
};
