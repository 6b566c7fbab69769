import '../steering.css';
import { Link, useParams } from 'react-router';
import { NotFound } from '../../app/failures.tsx';
import { Page } from '../../app/page.tsx';
import { useAsk } from '../../graph/ask.ts';
import { texts } from '../../texts.ts';
import { desk } from '../../texts/desk.ts';
import { figures } from '../../texts/figures.ts';
import { instantText } from '../../ui/dates.ts';
import { Facts } from '../../ui/facts.tsx';
import { Answer } from '../../ui/states.tsx';
import { SteeringContactDocument } from './contact.generated.ts';

const words = figures.contact;
const { channel, direction, steering } = desk.words;

/** The contact that a fact counts; what was said stands at the employer. */
export const Component = () => {
  const asked = useAsk(SteeringContactDocument, { variables: { id: useParams()['id'] ?? '' } });
  return (
    <Answer asked={asked}>
      {({ contactMoment: moment }) =>
        moment ? (
          <Page title={moment.subject}>
            <section className="panel facts-wide" aria-label={words.title}>
              <Facts
                facts={[
                  [
                    words.employer,
                    <Link key="werkgever" to={`/werkgevers/${moment.employer.id}`}>
                      {moment.employer.name}
                    </Link>,
                  ],
                  [words.at, instantText(moment.occurredAt)],
                  [words.organisation, moment.organisation.name],
                  [words.who, moment.participants.map(({ name }) => name).join(', ') || texts.common.none],
                  [words.person, moment.contactPerson?.name ?? texts.common.none],
                  [words.channel, channel[moment.channel]],
                  [words.direction, direction[moment.direction]],
                  [words.steering, steering[moment.steering]],
                  [words.succeeded, moment.succeeded === null ? texts.common.unknown : moment.succeeded ? texts.common.yes : texts.common.no],
                ]}
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
