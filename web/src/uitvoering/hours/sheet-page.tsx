import '../uitvoering.css';
import { Link, useParams } from 'react-router';
import { NotFound } from '../../app/failures.tsx';
import { Page } from '../../app/page.tsx';
import { useAsk } from '../../graph/ask.ts';
import { placements } from '../../texts/placements.ts';
import { uitvoering } from '../../texts/uitvoering.ts';
import { hours as words } from '../../texts/hours.ts';
import { Facts } from '../../ui/facts.tsx';
import { euroText } from '../../ui/numbers.ts';
import { Answer } from '../../ui/states.tsx';
import { applying, fact } from '../facts-of.ts';
import { monthText } from '../../ui/months.ts';
import { personName } from '../people.ts';
import { SheetDocument } from './sheet.generated.ts';

const { kinds, person } = uitvoering;

/** Hours of one month; they are corrected at their placement. */
export const SheetPage = () => {
  const { id = '' } = useParams();
  const asked = useAsk(SheetDocument, { variables: { id } });
  return (
    <Answer asked={asked}>
      {({ timesheet: sheet }) =>
        sheet ? (
          <Page title={`${sheet.kind === 'SHEET' ? words.sheet : words.correction} · ${monthText(sheet.concernsMonth)}`}>
            <section className="panel">
              <Facts
                facts={applying([
                  fact(person, sheet.participant && <Link to={`/deelnemers/${sheet.participant.id}`}>{personName(sheet.participant)}</Link>),
                  fact(
                    placements.one,
                    sheet.placement && (
                      <Link to={`/plaatsingen/${sheet.placement.id}?uren=${sheet.month}`}>
                        {kinds[sheet.placement.kind]}, {sheet.placement.employer?.name ?? placements.inside}
                      </Link>
                    ),
                  ),
                  fact(words.counts, monthText(sheet.month)),
                  fact(words.worked, words.hours(sheet.workedHours)),
                  fact(words.billable, words.hours(sheet.billableHours)),
                  fact(words.absent, words.hours(sheet.absentHours)),
                  fact(words.revenue, sheet.money?.revenueCents != null && euroText(sheet.money.revenueCents / 100)),
                  fact(words.why, sheet.reason),
                ])}
              />
            </section>
          </Page>
        ) : (
          <NotFound />
        )
      }
    </Answer>
  );
};
