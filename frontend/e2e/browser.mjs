// Debian's browser, driven; every page is looked at by axe and kept as a picture.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
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
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => problems.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(base) && !/^(data|blob):/.test(url)) problems.push(`asked for ${url}`);
  });

  /** Takes a picture of the page and asks axe about it. */
  page.inspect = async (name) => {
    mkdirSync(out, { recursive: true });
    const picture = { path: join(out, `${name}.png`), fullPage: false };
    // A busy machine has the browser miss one now and then.
    await page.screenshot(picture).catch(() => page.screenshot(picture));
    const { violations } = await new AxeBuilder({ page }).analyze();
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

export async function signIn(page, { loginName, password }) {
  await page.goto('/sign-in');
  await page.getByLabel('账号').fill(loginName);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
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
  }
}

/** Takes away what the browser complained of and was meant to. */
export function forgive(problems, meant) {
  problems.splice(0, problems.length, ...problems.filter((problem) => !meant.test(problem)));
}
