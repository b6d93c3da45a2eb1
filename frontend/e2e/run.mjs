// Drives the real program as people do: node e2e/run.mjs BINARY [SCENARIO...], all of them unless named
// Pictures go to the folder E2E_OUT, or e2e/out. The exit code tells whether all went well.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { access } from './access.mjs';
import { launch } from './browser.mjs';
import { demo } from './demo.mjs';
import { hands } from './hands.mjs';
import { mapping } from './mapping.mjs';
import { process as processMap } from './process.mjs';
import { restart } from './restart.mjs';
import { second } from './second.mjs';
import { setUp } from './setup.mjs';
import { year } from './year.mjs';

const binary = process.argv[2] && resolve(process.argv[2]);
if (!binary) {
  console.error('usage: node e2e/run.mjs BINARY');
  process.exit(2);
}
const out = resolve(process.env.E2E_OUT ?? fileURLToPath(new URL('out', import.meta.url)));
const browser = await launch();
let passed = 0;
let failed = 0;

/** What every open page shows when something went wrong. */
async function picture() {
  mkdirSync(out, { recursive: true });
  const pages = browser.contexts().flatMap((context) => context.pages());
  for (const [i, page] of pages.entries()) {
    console.log(`    at ${page.url()}`);
    await page.screenshot({ path: join(out, `failed-${failed}-${i}.png`) });
  }
}

const scenarios = {
  setUp,
  demo,
  access,
  second,
  hands,
  mapping,
  process: processMap,
  year,
  restart,
};
const chosen = process.argv.length > 3 ? process.argv.slice(3) : Object.keys(scenarios);
for (const name of chosen) {
  if (!scenarios[name]) {
    console.error(`no scenario ${name}; there are ${Object.keys(scenarios).join(', ')}`);
    process.exit(2);
  }
}

for (const name of chosen) {
  const scenario = scenarios[name];
  const folder = mkdtempSync(join(tmpdir(), 'sineng-e2e-'));
  const problems = [];
  /** One thing somebody does; what the browser complained of meanwhile counts against it. */
  const step = async (what, action) => {
    const before = problems.length;
    try {
      await action();
    } catch (error) {
      problems.push(error.stack ?? String(error));
    }
    if (problems.length > before) {
      failed++;
      console.log(`not ok - ${what}`);
      await picture();
      for (const problem of problems.slice(before)) console.log(`    ${problem}`);
      throw new Error(what);
    }
    passed++;
    console.log(`ok - ${what}`);
  };
  try {
    await scenario({ binary, browser, folder, out, problems, step });
  } catch (error) {
    // The steps build on one another, so a scenario ends with its first failure.
    if (problems.length === 0) {
      failed++;
      console.log(`not ok - ${name}\n    ${error.stack ?? error}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
