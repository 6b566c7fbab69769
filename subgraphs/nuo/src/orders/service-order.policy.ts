import { action, forPurposes, grant, mayDo, type RequestContext, scopeOf } from '@werkplein/kernel';
import { uitvoering } from '../grantees.ts';
import { reaches, regieOf } from '../participants/participant.policy.ts';
import type { ServiceOrder } from './service-order.entity.ts';
import type { ServiceOrderActor } from './service-order.rules.ts';

/** Of a municipality its Werkplein; of a third party the coordinator, who records what it says. */
const regie = grant('own', 'werkplein.klantregisseur', 'werkplein.kwaliteitsmedewerker', 'nuo.coordinator');
const carriers = grant('all', ...uitvoering);

export const viewServiceOrders = action(
  'orders.view',
  'Opdrachten zien: een Werkplein die van de eigen gemeente, de uitvoering wat is aangeboden, de coördinator die van UWV en andere gemeenten',
  { ...regie, ...carriers, ...grant('own', 'werkplein.privacyofficer') },
  forPurposes(['VERANTWOORDING_TOEZICHT', 'RECHTEN_BETROKKENE'], 'werkplein.privacyofficer'),
);
export const directServiceOrders = action(
  'orders.direct',
  'Een opdracht opstellen, aanbieden, intrekken, beëindigen en evalueren; de coördinator namens UWV en andere gemeenten',
  regie,
);
export const carryOutServiceOrders = action('orders.carryOut', 'Een opdracht accepteren, weigeren, starten, terugleggen en voltooien', carriers);
/** The doorway to the steps; which of the two above a step asks, its answer says (`StepRefused`). */
export const takeServiceOrderSteps = action('orders.step', 'Een stap van een opdracht zetten; wie welke stap zet staat in docs/states/service-order.md', {
  ...regie,
  ...carriers,
});

type Row = Pick<ServiceOrder, 'municipality' | 'offeredOn'>;

/** Whether this order is of the caller's own regie. */
const directs = (ctx: RequestContext, { municipality }: Row): boolean =>
  mayDo(ctx.principal, directServiceOrders, ctx.home) && ctx.principal.organisation === regieOf(municipality);

/** Who the caller is for this order. */
export const isActor = (ctx: RequestContext, row: Row, actor: ServiceOrderActor): boolean =>
  actor === 'REGIE' ? directs(ctx, row) : mayDo(ctx.principal, carryOutServiceOrders, ctx.home);

/** A concept is of its own regie alone; what was offered uitvoering sees too. An order grants nothing of the client itself. */
export const seesOrder = (ctx: RequestContext, row: Row): boolean =>
  directs(ctx, row) || (reaches(ctx, viewServiceOrders, row.municipality) && (row.offeredOn !== null || scopeOf(ctx.principal, viewServiceOrders) === 'own'));
