// No private key or secret in the repository: a key that was committed once is known for ever.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { inRoot } from './lib.ts';

const signs: readonly [name: string, form: RegExp][] = [
  ['a private key in PEM', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----\s*[A-Za-z0-9+/=]{16}/],
  // The private member of a JWK of at least 32 bytes, in JSON, escaped JSON or code.
  ['the private half of a JWK', /\\?["']?\bd\\?["']?\s*:\s*\\?["'][A-Za-z0-9_-]{40,}\\?["']/],
  ['a symmetric JWK', /\\?["']?\bk\\?["']?\s*:\s*\\?["'][A-Za-z0-9_-]{40,}\\?["']/],
  ['a JSON web token', /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{40,}/],
  ['a key or password in an assignment', /\b[A-Z][A-Z_]*(?:_KEY|_SECRET|_PASSWORD)["']?\s*[=:]\s*["']?[A-Za-z0-9+/]{42,}={0,2}/],
  ['a database address with a password', /\b(?:mariadb|mysql):\/\/[^\s:@/"'`]+:(?!(?:password|wachtwoord|secret|pw)@|\$\{)[^\s@/"'`]{4,}@/],
];

/** Names of what this text holds and a repository may not. */
export const secretsIn = (text: string): string[] => signs.flatMap(([name, form]) => (form.test(text) ? [name] : []));

/** Every file that is committed, or would be. */
export const secretProblems = (): string[] =>
  execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: inRoot(), encoding: 'utf8' })
    .split('\0')
    .filter((file) => file !== '')
    .flatMap((file) => {
      let text: string;
      try {
        text = readFileSync(inRoot(file), 'utf8');
      } catch {
        return []; // listed by git, deleted in the work tree
      }
      return secretsIn(text).map((name) => `${file}: holds ${name}`);
    });
