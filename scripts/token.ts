// npm run -s token -- <demo user>: prints a token for the gateway, valid for a working day.
import { build, fail, inRoot, kernel } from './lib.ts';

build();
const { demoUsers } = await kernel();
const { demoToken } = await import('@werkplein/gateway');
const [user = ''] = process.argv.slice(2);
if (!demoUsers.has(user)) fail(`Usage: npm run -s token -- <demo user>\nDemo users: ${[...demoUsers.keys()].join(', ')}`);
process.stdout.write(`${await demoToken(user, process.env['KEYS_DIR'] ?? inRoot('data/keys'))}\n`);
