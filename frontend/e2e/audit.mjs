// An auditor reads the log, checks a proof and the log as a whole.
import { setTimeout as pause } from 'node:timers/promises';
import { openPage, signIn } from './browser.mjs';

/** Entries are signed once a minute; the page is asked again until this one is. */
async function proven(page) {
  const until = Date.now() + 90_000;
  for (;;) {
    await page.getByRole('heading', { name: '包含证明' }).waitFor();
    const waits = page.getByText('本条尚未签入日志');
    const holds = page.getByText('证明成立');
    await waits.or(holds).first().waitFor();
    if (await holds.isVisible()) return;
    if (Date.now() > until) throw new Error('the entry was not signed');
    await pause(5000);
    await page.reload();
  }
}

export async function auditSteps({ browser, program, people, out, problems, step }) {
  const page = await openPage(browser, program.base, out, problems);

  await step('the auditor opens the log and sees no risk pages', async () => {
    await signIn(page, people.auditor);
    const menu = page.getByRole('navigation', { name: '主导航' });
    if ((await menu.getByText('风险点').count()) > 0) throw new Error('the menu shows risks');
    await menu.getByText('审计日志').click();
    await page.locator('.audit-table tbody tr').first().waitFor();
    await page.inspect('audit');
  });

  await step('the log is filtered by action', async () => {
    await page.getByLabel('操作', { exact: true }).fill('提请会签等级');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.waitForURL(/\/audit\?action=ENDORSE_GRADE$/);
    const row = page.locator('.audit-table tbody tr').first();
    await row.getByText('同意自评').waitFor();
    await page.inspect('audit-filtered');
  });

  await step('the proof of an entry is checked in the browser', async () => {
    const entry = page.locator('.audit-table tbody th a').first();
    await entry.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/audit\/entry\//);
    await proven(page);
    await page.inspect('audit-entry');
  });

  await step('the history of a risk point is read from its beginning', async () => {
    await page
      .getByRole('link', { name: /^风险点 / })
      .first()
      .click();
    await page.waitForURL(/\/audit\?object=/);
    const history = page.getByRole('list', { name: '按时间先后的历史' });
    await history.getByText('登记风险点').first().waitFor();
    await history.getByText('审定等级').last().waitFor();
    await page.inspect('audit-history');
  });

  await step('unusual reads have a page', async () => {
    await page.getByRole('link', { name: '异常查阅' }).click();
    await page.getByRole('heading', { name: '异常查阅', level: 1 }).waitFor();
    await page.quiet();
    await page.inspect('audit-reads');
  });

  await step('the whole log is verified without findings', async () => {
    await page.getByRole('link', { name: '日志状态' }).click();
    await page.getByRole('button', { name: '立即校验' }).click();
    await page.getByText('校验完成，没有发现问题').waitFor({ timeout: 120_000 });
    await page.inspect('audit-log');
  });

  await page.context().close();
}
