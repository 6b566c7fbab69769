import { contact, unsent } from './desk-contact.ts';
import { deskWords } from './desk-words.ts';
import { account, edit, proposal, vacancy } from './desk-edit.ts';
import { candidates } from './desk-candidates.ts';
import { employer } from './desk-employer.ts';
import { leave } from './desk-leave.ts';
import { map } from './desk-map.ts';
import { merge } from './desk-merge.ts';
import { plan, planPage } from './desk-plan.ts';
import { register, search } from './desk-search.ts';
import { calendar, colleagues, tasks } from './desk-tasks.ts';
import { today } from './desk-today.ts';

/** Words of the employer desk. */
export const desk = {
  words: deskWords,
  nobody: 'Niemand',
  noName: 'Naam niet zichtbaar voor u',
  period: (from: string, until: string) => (from === until ? from : `${from} t/m ${until}`),
  person: (name: string, organisation: string) => `${name} (${organisation})`,
  today,
  search,
  register,
  employer,
  plan,
  planPage,
  contact,
  unsent,
  merge,
  leave,
  map,
  edit,
  vacancy,
  proposal,
  candidates,
  account,
  tasks,
  calendar,
  colleagues,
};
