// npm run -s token -- <demo user>: prints a token for the gateway, valid for a working day.
import { build, fail, inRoot, kernel } from './lib.ts';

build();
const { demoUsers, IDENTITY_PORT } = await kernel();
const { demoToken } = await import('@werkplein/dev-identity');
const [user = ''] = process.argv.slice(2);
if (!demoUsers.has(user)) fail(`Usage: npm run -s token -- <demo user>\nDemo users: ${[...demoUsers.keys()].join(', ')}`);
const port = Number(process.env['IDENTITY_PORT'] ?? IDENTITY_PORT);
process.stdout.write(`${await demoToken(user, { port, keysDir: process.env['KEYS_DIR'] ?? inRoot('data/keys') })}\n`);
