// Drives the real program as people do: node e2e/run.mjs BINARY [SCENARIO...], all of them unless named,
// E2E_AT_ONCE of them at a time, one unless said. Each has a program and a browser of its own, all a copy
// of one sample. Pictures of every page go to the folder E2E_OUT if it is named; those of failures go to
// e2e/out otherwise. The exit code tells whether all went well.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { access } from './access.mjs';
import { balancing } from './balancing.mjs';
import { launch } from './browser.mjs';
import { checking } from './checking.mjs';
import { demo } from './demo.mjs';
import { education } from './education.mjs';
import { hands } from './hands.mjs';
import { indicator } from './indicator.mjs';
import { rulebook } from './rulebook.mjs';
import { instruction } from './instruction.mjs';
import { task } from './task.mjs';
import { mapping } from './mapping.mjs';
import { proceeding } from './proceeding.mjs';
import { process as processMap } from './process.mjs';
import { restart } from './restart.mjs';
import { second } from './second.mjs';
import { setUp } from './setup.mjs';
import { warning } from './warning.mjs';
import { year } from './year.mjs';

const binary = process.argv[2] && resolve(process.argv[2]);
if (!binary) {
  console.error('usage: node e2e/run.mjs BINARY');
  process.exit(2);
}
const out = resolve(process.env.E2E_OUT ?? fileURLToPath(new URL('out', import.meta.url)));
let passed = 0;
let failed = 0;

/** What every open page of a browser shows when something went wrong. */
async function picture(name, browser) {
  mkdirSync(out, { recursive: true });
  const pages = browser.contexts().flatMap((context) => context.pages());
  for (const [i, page] of pages.entries()) {
    console.log(`    at ${page.url()}`);
    await page.screenshot({ path: join(out, `failed-${name}-${i}.png`) });
  }
}

// The longest first, so that none of them is left for the end alone.
const scenarios = {
  year,
  second,
  demo,
  process: processMap,
  hands,
  access,
  mapping,
  balancing,
  checking,
  warning,
  instruction,
  task,
  indicator,
  rulebook,
  education,
  proceeding,
  setUp,
  restart,
};
const chosen = process.argv.length > 3 ? process.argv.slice(3) : Object.keys(scenarios);
for (const name of chosen) {
  if (!scenarios[name]) {
    console.error(`no scenario ${name}; there are ${Object.keys(scenarios).join(', ')}`);
    process.exit(2);
  }
}

/** Plays one scenario. */
async function play(name) {
  const began = Date.now();
  const folder = mkdtempSync(join(tmpdir(), 'sineng-e2e-'));
  const browser = await launch();
  const problems = [];
  let broken = false;
  /** One thing somebody does; what the browser complained of meanwhile counts against it. */
  const step = async (what, action) => {
    const before = problems.length;
    const at = Date.now();
    try {
      await action();
    } catch (error) {
      problems.push(error.stack ?? String(error));
    }
    if (problems.length > before) {
      failed++;
      broken = true;
      console.log(`not ok - ${name}: ${what}`);
      await picture(name, browser);
      for (const problem of problems.slice(before)) console.log(`    ${problem}`);
      throw new Error(what);
    }
    passed++;
    console.log(`ok - ${name}: ${what} (${seconds(at)})`);
  };
  try {
    await scenarios[name]({ binary, browser, folder, out, problems, step });
  } catch (error) {
    // The steps build on one another, so a scenario ends with its first failure.
    if (!broken) {
      failed++;
      console.log(`not ok - ${name}\n    ${error.stack ?? error}`);
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
    console.log(`${name} took ${seconds(began)}`);
  }
}

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

const atOnce = Number(process.env.E2E_AT_ONCE ?? 1);
const waiting = [...chosen];
async function playOn() {
  for (let name = waiting.shift(); name; name = waiting.shift()) await play(name);
}
await Promise.all(Array.from({ length: atOnce }, playOn));

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
