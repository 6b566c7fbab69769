// npm run screenshots -- <demo user> <path> …: pictures of screens of the running graph at three widths, in .test/screens, and what axe says of each.
import { mkdirSync } from 'node:fs';
import { launchBrowser, settled, signIn, violations, widths } from '../test/web/browser.ts';
import { fail, inRoot } from './lib.ts';

const [user = '', ...paths] = process.argv.slice(2);
if (user === '' || paths.length === 0) fail('Give a demo user and one or more paths: npm run screenshots -- nuo.accountmanager /vandaag');
const url = process.env['WEB_ORIGIN'] ?? 'http://localhost:4000';
mkdirSync(inRoot('.test/screens'), { recursive: true });
const browser = await launchBrowser();
try {
  const { page } = await signIn(browser, url, user);
  page.on('pageerror', (error) => process.stdout.write(`error in the page: ${error.message}\n`));
  page.on('console', (line) => line.type() === 'error' && process.stdout.write(`console: ${line.text()}\n`));
  for (const path of paths) {
    for (const [name, size] of Object.entries(widths)) {
      await page.setViewportSize(size);
      await page.goto(url + path);
      await settled(page);
      const file = inRoot('.test/screens', `${user}${path.replaceAll(/[^\w]+/g, '-')}-${name}.png`);
      await page.screenshot({ path: file, fullPage: true });
      process.stdout.write(`${file}\n${(await violations(page)).map((each) => `  ${each}\n`).join('')}`);
    }
  }
} finally {
  await browser.close();
}
