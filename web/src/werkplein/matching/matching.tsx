import { Heading } from '@amsterdam/design-system-react';
import { Page } from '../../app/page.tsx';
import { useAskWerkplein } from '../../graph/ask.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { Pager, useAfter } from '../../ui/pager.tsx';
import { Answer, Empty } from '../../ui/states.tsx';
import { ClientLink } from '../parts/client-link.tsx';
import { VacanciesForMyClientsDocument } from './matching.werkplein.generated.ts';
import { FittingVacancies } from './vacancies.tsx';
import '../werkplein.css';

const { matching: words } = werkpleinTexts;

/** For each of my clients who can be placed the vacancies that fit best (Q1). */
export const MatchingScreen = () => {
  const asked = useAskWerkplein(VacanciesForMyClientsDocument, { variables: { after: useAfter() } });
  return (
    <Page title={words.title}>
      <p className="lead">{words.intro}</p>
      <Answer asked={asked}>
        {({ wierden }) =>
          wierden?.caseload && (
            <>
              {wierden.caseload.nodes.length === 0 && <Empty>{words.noClients}</Empty>}
              {wierden.caseload.nodes.map((client) => (
                <section key={client.id} className="panel">
                  <Heading level={2}>
                    <ClientLink client={client} part="vacatures" />
                  </Heading>
                  {client.candidate ? (
                    <>
                      <p className="small">{words.looksFor((client.candidate.occupations ?? []).map(({ text }) => text).join(', '))}</p>
                      <FittingVacancies candidateId={client.candidate.id} matches={client.candidate.supply?.fittingVacancies ?? []} />
                    </>
                  ) : (
                    <p className="empty">{words.noProfile}</p>
                  )}
                </section>
              ))}
              <Pager list={wierden.caseload} />
            </>
          )
        }
      </Answer>
    </Page>
  );
};
