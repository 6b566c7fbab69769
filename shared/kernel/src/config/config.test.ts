import { describe, expect, it } from 'vitest';
import { ConfigurationError, databaseUrl, flag, optionalText, port, readConfiguration } from './index.ts';

const settings = {
  A_PORT: port('A port.', 4000),
  A_URL: databaseUrl('A database.', 'file:data/a.sqlite'),
  A_FLAG: flag('A switch.', true),
  A_KEY: optionalText('A key.'),
};

describe('the configuration', () => {
  it('has its defaults when nothing is set, also for an empty variable', () => {
    expect(readConfiguration(settings, { A_PORT: '' })).toEqual({ A_PORT: 4000, A_URL: 'file:data/a.sqlite', A_FLAG: true, A_KEY: undefined });
  });

  it('reads what is set', () => {
    expect(readConfiguration(settings, { A_PORT: '81', A_URL: 'mariadb://u:p@h/d', A_FLAG: 'false', A_KEY: 'k' })).toEqual({
      A_PORT: 81,
      A_URL: 'mariadb://u:p@h/d',
      A_FLAG: false,
      A_KEY: 'k',
    });
  });

  it('refuses with every wrong variable in one message and without its value', () => {
    const read = () => readConfiguration(settings, { A_PORT: 'eighty', A_URL: 'postgres://secret', A_FLAG: 'yes' });
    expect(read).toThrow(ConfigurationError);
    expect(read).toThrow(/A_PORT[\s\S]*A_URL[\s\S]*A_FLAG/);
    expect(read).not.toThrow(/secret|eighty/);
  });
});
