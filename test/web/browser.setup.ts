import { browserProgram } from './browser.ts';

/** Says whether the screens are tested: they need a real browser. */
export default function setup(): void {
  if (browserProgram !== undefined) return;
  if (process.env['CI'] === 'true') throw new Error('CI needs Chromium: none was found. .ci/run installs it.');
  console.warn('\n  Chromium was not found: the screens are not tested. Install chromium, or name it in CHROMIUM, to test them.\n');
}
