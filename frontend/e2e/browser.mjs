// Debian's browser, driven; every page is looked at by axe and, where somebody wants to see it, kept as a picture.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';
import { ofThePage } from './program.mjs';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

// The same browser without the windows, tabs and menus around its pages, which take about a third of the
// work of opening one though nobody sees them.
const bare = '/usr/bin/chromium-headless-shell';

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? (existsSync(bare) ? bare : '/usr/bin/chromium'),
    args: flags,
  });
}

/**
 * A page of its own session, with notes of what went wrong on it: errors of the
 * script, refusals by the content security policy, requests to other places.
 */
export async function openPage(browser, base, out, problems) {
  const context = await browser.newContext({
    baseURL: base,
    viewport: { width: 1366, height: 800 },
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  });
  return prepared(await context.newPage(), base, out, problems);
}

/** A page with notes of what goes wrong on it, and what scenarios ask of a page. */
function prepared(page, base, out, problems) {
  page.base = base;
  page.another = async () => prepared(await page.context().newPage(), base, out, problems);
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => problems.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(base) && !/^(data|blob):/.test(url)) problems.push(`asked for ${url}`);
  });

  // What the page waits for, without the stream of what changes, which stays open.
  const open = new Set();
  const waits = (request) => !request.headers().accept?.startsWith('text/event-stream');
  page.on('request', (request) => waits(request) && open.add(request));
  for (const end of ['requestfinished', 'requestfailed']) {
    page.on(end, (request) => open.delete(request));
  }
  /** Waits until the page has loaded and nothing was asked for half a second. */
  page.quiet = async () => {
    await page.waitForLoadState('load');
    const until = Date.now() + 30_000;
    for (let since = Date.now(); Date.now() - since < 500;) {
      if (open.size > 0) since = Date.now();
      if (Date.now() > until) throw new Error(`still waiting for ${[...open][0]?.url()}`);
      await page.waitForTimeout(50);
    }
  };

  /** Asks axe about the page, and takes a picture of it where somebody named the folder for it. */
  page.inspect = async (name) => {
    if (process.env.E2E_OUT) {
      mkdirSync(out, { recursive: true });
      const picture = { path: join(out, `${name}.png`), fullPage: false };
      // A busy machine has the browser miss one now and then.
      await page.screenshot(picture).catch(() => page.screenshot(picture));
    }
    // All rules on all of the page, frames of its own origin included, which are all it may have. What passes
    // is not described, and no second page is opened to put the frames' results together.
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
    const { violations } = await axe.analyze();
    for (const { id, impact, nodes } of violations) {
      const line = `${name}: axe ${impact} ${id}: ${nodes[0]?.html.slice(0, 200)}`;
      if (impact === 'serious' || impact === 'critical') problems.push(line);
      else console.log(`  note: ${line}`);
    }
  };

  /** How many columns of the page's lists are too narrow to read on a phone. */
  page.onPhone = async () => {
    const wide = page.viewportSize();
    await page.setViewportSize({ width: 390, height: 844 });
    const narrow = await page
      .locator('.list-table thead th:not(:has(input))')
      .evaluateAll((cells) => cells.filter((cell) => cell.offsetWidth < 60).length);
    await page.setViewportSize(wide);
    return narrow;
  };
  return page;
}

/** Who has signed in by the form: to which program, as whom. */
const seen = new Set();

/**
 * Signs in with a password and leads to the home page: the first time by the form, later by what the form
 * sends, so that the password is tried all the same.
 */
export async function signIn(page, { loginName, password }) {
  const key = JSON.stringify([page.base, loginName]);
  if (seen.has(key)) {
    const query = ofThePage('mutation SignIn(');
    const variables = { input: { loginName, password } };
    const response = await page.request.post('/graphql', {
      data: { query, variables },
      headers: { 'User-Agent': await page.evaluate(() => navigator.userAgent) },
    });
    const { data, errors } = await response.json();
    if (!data?.signIn) throw new Error(`${loginName} is refused: ${JSON.stringify(errors)}`);
    await page.goto('/');
  } else {
    await page.goto('/sign-in');
    await page.getByLabel('账号').fill(loginName);
    await page.getByLabel('密码').fill(password);
    await page.getByRole('button', { name: '登录' }).click();
    seen.add(key);
  }
  await page.getByRole('heading', { name: '首页', level: 1 }).waitFor();
}

/** Follows the newest notice of a text, once it has come. */
export async function openNotice(page, text) {
  const link = page.getByRole('link', { name: text }).first();
  for (let attempt = 0; ; attempt++) {
    await page.goto('/');
    await page.getByRole('button', { name: /^通知/ }).click();
    try {
      await link.click({ timeout: 3_000 });
      return;
    } catch (error) {
      if (attempt === 10) throw error;
    }
    try {
      await page.goto('/notices'); // the bell holds the newest alone
      await link.click({ timeout: 3_000 });
      return;
    } catch {
      continue; // it has not come yet
    }
  }
}

/** Takes away what the browser complained of and was meant to. */
export function forgive(problems, meant) {
  problems.splice(0, problems.length, ...problems.filter((problem) => !meant.test(problem)));
}
