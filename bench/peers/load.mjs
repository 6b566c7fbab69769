// Callers: each waits for its answer before it asks again. Reads what to do as JSON from its input, and prints what it saw.
import autocannon from 'autocannon';
import { text } from 'node:stream/consumers';

// `whole` looks into each answer for errors, which the caller pays.
const { url, connections, seconds, tokens, bodies, whole = false } = JSON.parse(await text(process.stdin));
const times = [];
let wrong = 0;
let partial = 0;
const look = (_status, body) => {
  if (body.includes('"errors":')) partial += 1;
};
let next = 0;
const instance = autocannon({
  url,
  connections,
  duration: seconds,
  setupClient: (client) => {
    const caller = next++;
    const headers = { 'content-type': 'application/json', accept: 'application/json', authorization: `Bearer ${tokens[caller % tokens.length]}` };
    // Each caller begins elsewhere, so that a mixed day is mixed at each moment.
    const turned = bodies.map((_, at) => bodies[(at + caller * 7) % bodies.length]);
    client.setRequests(turned.map((body) => ({ method: 'POST', path: new URL(url).pathname, headers, body, ...(whole && { onResponse: look }) })));
  },
});
instance.on('response', (_client, status, _bytes, ms) => {
  if (status === 200) times.push(ms);
  else wrong += 1;
});
await instance;
times.sort((a, b) => a - b);
const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? null;
process.stdout.write(JSON.stringify({ count: times.length, wrong, partial, p50: at(0.5), p99: at(0.99) }));
