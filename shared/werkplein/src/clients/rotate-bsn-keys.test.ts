import { randomBytes } from 'node:crypto';
import { municipalities, type Municipality, rotateBsnKeys } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { type BsnKeys, bsnVault } from '../bsn/index.ts';
import { createWerkplein } from '../werkplein/create-werkplein.ts';
import { factsFor, keysFor, person, registerDocument, registered, requestId, testKeys, type TestWerkplein, werkpleinForTest } from '../testing/index.ts';
import { ClientRow } from './client.entity.ts';

const almelo = municipalities[0] as Municipality;
const numbers = ['999990019', '999993653', '999994669', '999992740', '999990925'];
const found = async ({ ask }: TestWerkplein, bsn: string): Promise<string[]> => {
  const { data } = await ask('almelo.klantregisseur', 'query ($bsn: String) { almelo { clients(filter: { bsn: $bsn }) { nodes { bsn } } } }', { bsn });
  return data.almelo.clients.nodes.map((node: { bsn: string }) => node.bsn);
};

/** A Werkplein whose keys can be changed while it runs. */
const changing = async (dialect: 'sqlite' | 'mariadb') => {
  let keys = testKeys();
  const vaultOf = (some: BsnKeys) => bsnVault(almelo, () => some);
  const current = { vault: vaultOf(keys) };
  const vault = new Proxy({} as ReturnType<typeof bsnVault>, { get: (_, name) => current.vault[name as 'seal'] });
  const served = await werkpleinForTest(dialect, undefined, createWerkplein(factsFor(almelo), keysFor(almelo, { vault })));
  const change = (next: BsnKeys): void => {
    keys = next;
    current.vault = vaultOf(next);
  };
  return { served, vault, keys: () => keys, change };
};

describe.each(dialects)('changing the BSN keys on %s', (dialect) => {
  it('finds and shows every client before, during and after, and then needs the old keys no more', async () => {
    const { served, vault, keys, change } = await changing(dialect);
    for (const bsn of numbers) await registered(served, { bsn });
    const before = keys();
    const next = { keys: [randomBytes(32), ...before.keys], indexKeys: [randomBytes(32), ...before.indexKeys] };
    change(next);
    for (const bsn of numbers) expect(await found(served, bsn)).toEqual([`*****${bsn.slice(5)}`]);
    const twice = await served.ask('almelo.klantregisseur', registerDocument, { input: person({ bsn: numbers[0] }) });
    expect(twice.data.almelo.registerClient).toMatchObject({ __typename: 'AlmeloClientAlreadyRegistered', matchedOn: 'BSN' });

    const progress: number[] = [];
    expect(await rotateBsnKeys(served.db, vault, ClientRow, (done, total) => progress.push(done, total))).toBe(5);
    expect(progress).toEqual([5, 5]);
    expect(await rotateBsnKeys(served.db, vault, ClientRow)).toBe(0);
    change({ keys: next.keys.slice(0, 1), indexKeys: next.indexKeys.slice(0, 1) });
    for (const bsn of numbers) expect(await found(served, bsn)).toEqual([`*****${bsn.slice(5)}`]);
    change(before);
    expect(await found(served, numbers[0] as string)).toEqual([]);
  });

  it('loses no correction that is made while it runs', async () => {
    const { served, vault, keys, change } = await changing(dialect);
    const id = await registered(served, { bsn: numbers[0] });
    for (const bsn of numbers.slice(1, 4)) await registered(served, { bsn });
    change({ keys: [randomBytes(32), ...keys().keys], indexKeys: keys().indexKeys });
    const correct = 'mutation ($input: CorrectClientInput!) { almelo { correctClient(input: $input) { __typename } } }';
    const input = { requestId: requestId(), clientId: id, expectedVersion: 1, bsn: numbers[4] };
    const [, answer] = await Promise.all([rotateBsnKeys(served.db, vault, ClientRow), served.ask('almelo.klantregisseur', correct, { input })]);
    expect(answer.data.almelo.correctClient.__typename).toBe('AlmeloClientCorrected');
    const rows = await served.db.read.em.find(ClientRow);
    expect(rows.map((row) => vault.open(row.id, row.bsnCipher as string)).sort()).toEqual(numbers.slice(1).sort());
    expect(new Set(rows.map(({ bsnKeyId }) => bsnKeyId))).toEqual(new Set([vault.currentKeyId()]));
  });
});
