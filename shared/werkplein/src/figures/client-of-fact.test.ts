import { Fact } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { registered, sharedWerkplein } from '../testing/index.ts';

const asked = 'query ($fact: ID!) { almelo { clientOfFact(factId: $fact) { id } } }';

describe.each(dialects)('the client of a fact on %s', (dialect) => {
  const served = sharedWerkplein(dialect);
  const of = async (fact: string, user = 'almelo.kwaliteitsmedewerker') => (await served().ask(user, asked, { fact })).data?.almelo?.clientOfFact ?? null;

  it('is found by who may look for clients of the same Werkplein, and of no other', async () => {
    const clientId = await registered(served());
    const [fact] = await served().db.read.em.findBy(Fact, { subject: clientId });
    expect(await of(fact?.id as string)).toEqual({ id: clientId });
    for (const user of ['wierden.kwaliteitsmedewerker', 'nuo.coordinator', 'almelo.rapporteur']) expect(await of(fact?.id as string, user)).toBeNull();
    for (const unknown of ['0141:018b882e-0000-7000-8000-000000000000', '1700:018b882e-0000-7000-8000-000000000000', 'x', ''])
      expect(await of(unknown)).toBeNull();
  });
});
