import { action, forPurposes, grant } from '@werkplein/kernel';

const regie = grant('own', 'werkplein.klantregisseur', 'werkplein.kwaliteitsmedewerker');

export const readTransfers = action(
  'transfer.read',
  'Verhuizingen van cliënten van en naar het eigen Werkplein zien, met wat meekomt',
  { ...regie, ...grant('own', 'werkplein.privacyofficer') },
  forPurposes(['VERANTWOORDING_TOEZICHT', 'RECHTEN_BETROKKENE'], 'werkplein.privacyofficer'),
);
/** Participatiewet art. 40: it is the municipality of residence towards which there is a right; who directs is for municipalities to say. */
export const directTransfers = action(
  'transfer.direct',
  'Een cliënt die verhuist aanbieden aan een ander Werkplein, of aannemen, weigeren en intrekken',
  regie,
);
/** A day that has been changes what figures and payments of that time say. */
export const backdateTransfers = action(
  'transfer.backdate',
  'Een verhuizing laten ingaan op een dag die al is geweest',
  grant('own', 'werkplein.kwaliteitsmedewerker'),
);
