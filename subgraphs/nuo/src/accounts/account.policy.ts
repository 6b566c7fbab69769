import { action, grant } from '@werkplein/kernel';
import { employerStaff } from '../grantees.ts';

export { viewEmployers } from '../employers/employer.policy.ts';
export const assignAccounts = action(
  'accounts.assign',
  'Accounthouders aanwijzen, accounts sluiten, en alles van een vertrekkende collega overdragen',
  grant('all', 'nuo.coordinator'),
);
/** The command asks more: that it is one's own account, or that one may assign accounts. */
export const workOnOwnAccounts = action(
  'accounts.own',
  'Van een eigen account het plan en team bijhouden en het ter overdracht aanbieden; een aangeboden account aannemen of weigeren',
  grant('all', ...employerStaff),
);
