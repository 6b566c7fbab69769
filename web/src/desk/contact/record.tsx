import '../desk.css';
import { useEffect } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useMe } from '../../app/me.tsx';
import { Page } from '../../app/page.tsx';
import { useAsk } from '../../graph/ask.ts';
import { unsentOf } from '../../graph/outbox.ts';
import { desk } from '../../texts/desk.ts';
import { Waiting } from '../../ui/states.tsx';
import { ContactTargetsDocument } from '../plan/may-approach.generated.ts';
import { OneContactPlanDocument } from '../plan/plan-steps.generated.ts';
import { ContactForm } from './contact-form.tsx';
import { newContact, valuesOf } from './contact-values.ts';

const { contact } = desk;
const LIVE = new Set(['RESERVED', 'SCHEDULED']);

/**
 * Records a contact, on its own or as the carrying out of a plan. The form stands without waiting for anything but the plan:
 * in a hallway there may be no network, and what can be known then is what was asked before.
 */
export const RecordContact = () => {
  const { id = '' } = useParams();
  const [params] = useSearchParams();
  const me = useMe();
  const planId = params.get('plan');
  useEffect(() => {
    // Where one goes after saving, which may be without a network.
    void import('../employer/employer.tsx');
    void import('../today/today.tsx');
  }, []);
  const asked = useAsk(ContactTargetsDocument, { variables: { id } });
  const plan = useAsk(OneContactPlanDocument, { variables: { id: planId ?? '' }, skip: planId === null });
  const kept = unsentOf(me).find(({ requestId }) => requestId === params.get('wacht'));
  const employer = asked.data?.employer ?? null;
  const found = plan.data?.contactPlan;
  const carriedOut = found && LIVE.has(found.status) ? found : null;
  const name = employer?.name ?? carriedOut?.employer?.name;
  return (
    <Page title={name === undefined ? contact.titleUnknown : contact.title(name)}>
      {plan.waiting ? (
        <Waiting />
      ) : (
        <ContactForm
          key={`${planId} ${kept?.requestId}`}
          employerId={id}
          employerName={name}
          people={employer?.contactPersons ?? []}
          plan={carriedOut}
          kept={kept?.requestId}
          initial={kept ? valuesOf(kept.input) : newContact(carriedOut)}
        />
      )}
    </Page>
  );
};
