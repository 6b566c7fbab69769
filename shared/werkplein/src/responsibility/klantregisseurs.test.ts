import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { dossierCommand, dossierIn, nothingRuns } from '../testing/dossiers.ts';
import { registered, sharedWerkplein } from '../testing/index.ts';

const asked = `query ($search: String, $first: Int! = 50, $after: String) { almelo { klantregisseurs(search: $search, first: $first, after: $after) {
  nodes { id name } pageInfo { hasNextPage endCursor } } } }`;

interface Page {
  nodes: { name: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

describe.each(dialects)('colleagues to choose on %s', (dialect) => {
  const served = sharedWerkplein(dialect);
  const answer = (variables: Record<string, unknown>, user = 'almelo.klantregisseur') => served().ask(user, asked, variables);
  const names = async (variables: Record<string, unknown> = {}) =>
    (await answer(variables)).data.almelo.klantregisseurs.nodes.map(({ name }: { name: string }) => name);

  it('are those who have clients now, found by any part of the name, page by page', async () => {
    const clientId = await registered(served());
    const other = await registered(served());
    const [own] = await names();
    await dossierCommand(served(), 'assignKlantregisseur', { clientId, klantregisseur: { id: 'k2', name: 'Renée Óster' } });
    await dossierCommand(served(), 'assignKlantregisseur', { clientId: other, klantregisseur: { id: 'k3', name: 'Abel Zand' } });
    await dossierCommand(served(), 'assignKlantregisseur', { clientId: other, klantregisseur: { id: 'k4', name: 'Bram Zand' }, until: '2026-12-01' });
    expect(await names()).toEqual(['Abel Zand', 'Bram Zand', 'Renée Óster'].toSorted((a, b) => a.localeCompare(b, 'nl')));
    expect(await names()).not.toContain(own);
    expect(await names({ search: 'oster' })).toEqual(['Renée Óster']);
    expect(await names({ search: 'ZAND' })).toEqual(['Abel Zand', 'Bram Zand']);
    expect(await names({ search: '%' })).toHaveLength(3);

    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { nodes, pageInfo }: Page = (await answer({ first: 1, after })).data.almelo.klantregisseurs;
      seen.push(...nodes.map(({ name }) => name));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(['Abel Zand', 'Bram Zand', 'Renée Óster']);

    // Who has no client any more is gone, and who stood in when that is over.
    await dossierIn(served(), clientId, 'IN_PROGRAMME');
    await dossierCommand(served(), 'closeDossier', { clientId, outflow: 'MOVED', confirmed: nothingRuns });
    served().travel('2026-12-02');
    expect(await names()).toEqual(['Abel Zand']);
  });

  it('are for who can choose one, of the own Werkplein alone', async () => {
    await registered(served());
    for (const user of ['nuo.coordinator', 'wierden.klantregisseur', 'almelo.privacyofficer', 'almelo.rapporteur'])
      expect((await answer({}, user)).data?.almelo?.klantregisseurs ?? null).toBeNull();
    const { errors } = await answer({ search: 'x'.repeat(121) });
    expect(errors?.[0]?.extensions['problems']).toEqual([{ path: ['search'], message: 'Geef hooguit 120 tekens.' }]);
  });
});
