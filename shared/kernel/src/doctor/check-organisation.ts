import { randomUUID } from 'node:crypto';
import { type Dispatcher, request } from 'undici';
import { askToCompare, type Compared, readCompared, type SharedKey } from '../letters/compare-keys.ts';
import { REFUSED_STATUS } from '../letters/letter-route.ts';
import { LETTER_HEADER } from '../letters/letter-statement.ts';
import { letterAgent } from '../letters/post-letter.ts';
import { letterSettingNames, type LetterPost } from '../letters/settings.ts';
import { organisationName } from '../municipalities/index.ts';
import type { Tls } from '../server/tls.ts';
import { newTrace } from '../trace/index.ts';
import { checkClock } from './check-clock.ts';
import { checkVersion } from './check-version.ts';
import { type Finding, well, worry, wrong } from './finding.ts';

const WITHIN_MS = 5000;

/** Judges a shared key by its fingerprints at both, each the newest first. */
const checkSharedKey = (name: string, { setting, advice, fingerprints }: SharedKey, question: string, theirs: readonly string[] = []): Finding => {
  const ours = fingerprints(question);
  if (ours[0] === theirs[0]) return well(name, `${setting} is dezelfde als hier`);
  if (theirs.some((each) => ours.includes(each)))
    return worry(
      name,
      `${setting} wordt vervangen: daar staat een andere vooraan dan hier`,
      'Geef eerst allen de oude en de nieuwe, zet dan overal de nieuwe vooraan, en haal pas als laatste de oude weg.',
    );
  return wrong(name, `${setting} is een andere dan hier`, advice);
};

const checkKeys = async (post: LetterPost, code: string, id: string, { opened, sealed }: Compared): Promise<Finding[]> => {
  const name = organisationName(code);
  const [own, other] = [letterSettingNames(post.home), letterSettingNames(code)];
  const findings: Finding[] = [];
  if (!opened)
    findings.push(wrong(name, 'kan niet openen wat wij verzegelen', `Vraag de publieke sleutels voor brieven van ${name} op en zet die in ${other.keys}.`));
  if ((await post.unseal(sealed)) !== id)
    findings.push(
      wrong(name, 'verzegelt met een sleutel die niet van ons is', `Stuur onze publieke sleutels voor brieven naar ${name}; daar horen zij in ${own.keys}.`),
    );
  return findings.length > 0 ? findings : [well(name, 'wij hebben over en weer de goede sleutels voor brieven')];
};

const post = async (dispatcher: Dispatcher, url: string, body: string, statement: string) => {
  const answer = await request(url, {
    method: 'POST',
    dispatcher,
    body,
    headers: { 'content-type': 'application/json', [LETTER_HEADER]: statement },
    signal: AbortSignal.timeout(WITHIN_MS),
  });
  const date = new Date(String(answer.headers['date']));
  return { status: answer.statusCode, date, body: await answer.body.text(), statement: String(answer.headers[LETTER_HEADER]) };
};

/** Looks from one organisation at another, by the way of letters: whether it answers, and has the keys and the time that both must have. */
export const checkOrganisation = async (letters: LetterPost, code: string, sharedKeys: readonly SharedKey[], tls: Tls | undefined): Promise<Finding[]> => {
  const [name, url] = [organisationName(code), letters.parties.get(code)?.url ?? ''];
  const [own, other] = [letterSettingNames(letters.home), letterSettingNames(code)];
  const agent = letterAgent(tls);
  try {
    const id = randomUUID();
    const question = await askToCompare(letters, code, id, newTrace());
    const before = new Date();
    const answer = await post(agent, url, question.body, question.statement);
    // The header has whole seconds.
    const clock = checkClock(name, answer.date, new Date(before.getTime() - 1000), new Date());
    if (answer.status === REFUSED_STATUS)
      return [clock, worry(name, 'kan onze sleutels niet vergelijken', 'Is daar een oudere versie? Werk bij: zie ops/runbooks/VersionsDiffer.md.')];
    if (answer.status !== 200) {
      const advice = `Stuur onze publieke sleutels voor brieven naar ${name} (daar: ${own.keys}), kijk of ${other.url} wel van ${name} is, en zet de klokken gelijk.`;
      return [clock, wrong(name, `neemt onze brieven niet aan (${answer.status})`, advice)];
    }
    const compared = await readCompared(letters, code, id, answer);
    if (!compared)
      return [
        clock,
        wrong(
          name,
          'ondertekent met een sleutel die wij niet kennen',
          `Vraag de publieke sleutels voor brieven van ${name} op en zet die in ${other.keys}; kijk ook of ${other.url} wel van ${name} is.`,
        ),
      ];
    const shared = sharedKeys.filter(({ sharedWith }) => sharedWith(code)).map((key) => checkSharedKey(name, key, id, compared.shared[key.setting]));
    return [checkVersion(name, compared.version), clock, ...(await checkKeys(letters, code, id, compared)), ...shared];
  } catch (error) {
    const { code: problem = 'geen goed antwoord' } = error as { code?: string | number };
    return [
      worry(
        name,
        `niet bereikbaar (${problem})`,
        `Brieven wachten zolang. Kloppen het adres (${other.url}), de netwerkregels en de certificaten? Zie ops/runbooks/LettersUndelivered.md.`,
      ),
    ];
  } finally {
    await agent.close();
  }
};
