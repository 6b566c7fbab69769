import { dossierStatus, named, orderStatus, placementStatus } from '../../texts/werkplein-names.ts';
import { StatusBadge, type Tone } from '../../ui/badge.tsx';

const dossierTones: Record<string, Tone> = {
  REGISTERED: 'info',
  INTAKE: 'info',
  PLACEABLE: 'attention',
  PLACED: 'good',
  AFTERCARE: 'good',
  SUSPENDED: 'attention',
};
const orderTones: Record<string, Tone> = {
  OFFERED: 'info',
  ACCEPTED: 'info',
  IN_PROGRESS: 'good',
  REFUSED: 'bad',
  HANDED_BACK: 'attention',
  COMPLETED: 'attention',
};
const placementTones: Record<string, Tone> = { PROPOSED: 'attention', AGREED: 'info', PLANNED: 'info', ACTIVE: 'good', INTERRUPTED: 'attention' };

export const DossierBadge = ({ status }: { status: string }) => (
  <StatusBadge tone={dossierTones[status] ?? 'neutral'}>{named(dossierStatus, status)}</StatusBadge>
);
export const OrderBadge = ({ status }: { status: string }) => <StatusBadge tone={orderTones[status] ?? 'neutral'}>{named(orderStatus, status)}</StatusBadge>;
export const PlacementBadge = ({ status }: { status: string }) => (
  <StatusBadge tone={placementTones[status] ?? 'neutral'}>{named(placementStatus, status)}</StatusBadge>
);
