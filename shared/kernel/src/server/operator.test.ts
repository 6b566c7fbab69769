import { userInfo } from 'node:os';
import { expect, it } from 'vitest';
import { machineAccount } from './operator.ts';

it('who runs a task is the account of the machine by its name, or in a container without one by its number', () => {
  expect(machineAccount()).toBe(userInfo().username);
  const nameless = (): never => {
    throw new Error('uv_os_get_passwd returned ENOENT');
  };
  expect(machineAccount(nameless)).toBe(String(userInfo().uid));
});
