// The demonstration: a leader looks where the risks are, down to one of them;
// a department's risks come in from a file; a grade is decided.
import { balanceSteps } from './balance.mjs';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { auditSteps } from './audit.mjs';
import { openPage, signIn } from './browser.mjs';
import { clockSteps } from './clocks.mjs';
import { ofThePage, printed, startDemo } from './program.mjs';

/** Accounts that the demonstration prints, one line each: name, password, role, what for. */
export async function accounts(program) {
  await printed(program, /Sineng serves http/);
  const found = {};
  for (const line of program.stdout.split('\n')) {
    const match = line.match(/^(\S+)\s{2,}(\S+)\s{2,}([A-Z_]+) /);
    if (match) found[match[1]] = { loginName: match[1], password: match[2], role: match[3] };
  }
  for (const name of ['leader', 'incharge', 'head', 'staff', 'secadmin', 'auditor']) {
    if (!found[name]) throw new Error(`no account ${name} in:\n${program.stdout}`);
  }
  return found;
}

/** Names of the rows that the heat map shows. */
const rowLabels = (page) => page.locator('.heat-table').getByRole('rowheader');

export async function settled(page) {
  await page.quiet();
  await page.locator('[aria-busy=true], .loading').first().waitFor({ state: 'detached' });
}

/** Clicks down the chart until it has led to a list of risk points. */
async function drill(page, inspect) {
  for (let level = 0; level < 8; level++) {
    await settled(page);
    const rows = rowLabels(page).filter({ hasNotText: '（本级）' });
    await rows.first().waitFor();
    if (inspect) await page.inspect(`supervision-${level}`);
    const address = page.url();
    await rows.first().getByRole('link').click();
    await page.waitForURL((url) => url.href !== address);
    if (new URL(page.url()).pathname === '/risks') return level;
  }
  throw new Error('the chart leads to no list');
}

async function firstRisk(page) {
  const row = page.locator('.ant-table-row').first();
  await row.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/risks\/[^/?]+$/);
  await page.getByRole('heading', { name: '等级评估记录' }).waitFor();
}

export async function demo({ binary, browser, folder, out, problems, step }) {
  const program = await startDemo(binary, folder, '--documents', 'trusted');
  try {
    const people = await accounts(program);
    const page = await openPage(browser, program.base, out, problems);

    await step('a leader signs in and sees what is theirs', async () => {
      await signIn(page, people.leader);
      await page.getByRole('heading', { name: '我监督的风险点' }).waitFor();
      await settled(page);
      await page.inspect('home-leader');
    });

    await step('the chart leads from the system to a risk point', async () => {
      await page.getByRole('link', { name: '分层监督' }).first().click();
      await drill(page, true);
      await page.locator('.ant-table-row').first().waitFor();
      await page.inspect('risks');
      await firstRisk(page);
      await page.inspect('risk');
    });

    await step('the way back is the way that was gone', async () => {
      await page.goBack();
      await page.locator('.ant-table-row').first().waitFor();
      await page.goBack();
      await page.waitForURL(/\/supervision\?/);
      await rowLabels(page).first().waitFor();
    });

    await step('an address shows the same view again', async () => {
      const unit = new URL(page.url()).searchParams.get('unit');
      const address = `/supervision?unit=${unit}&grade=A,B&by=RISK_TYPE&mode=table&since=2000-01-01`;
      await page.goto(address);
      await page.getByRole('table').waitFor();
      await settled(page);
      const before = await page.getByRole('table').innerText();
      await page.inspect('supervision-table');
      await page.reload();
      await page.getByRole('table').waitFor();
      await settled(page);
      const after = await page.getByRole('table').innerText();
      if (before !== after || !page.url().endsWith(address)) throw new Error('the view changed');
    });

    await step('a number of the table is reached and opened by the keyboard', async () => {
      const number = page.getByRole('table').getByRole('link').nth(1);
      await number.focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/risks\?/);
      await page.locator('.ant-table-row').first().waitFor();
    });

    await step('every row that a number counts is in the list', async () => {
      await page.goto('/risks?grade=A');
      await page.locator('.ant-table-row').first().waitFor();
      await settled(page);
      const foot = await page.locator('.list-foot').innerText();
      const total = Number(foot.match(/共 (\d+) 条/)?.[1]);
      await page.goto('/');
      await page.getByRole('heading', { name: '我监督的风险点' }).waitFor();
      await settled(page);
      const heading = page.getByRole('heading', { name: '我监督的风险点' });
      const tile = page.locator('.panel', { has: heading }).locator('.tile-number').first();
      if (Number(await tile.innerText()) !== total) throw new Error(`${foot}, home page differs`);
    });

    await balanceSteps({ page, settled, step });

    for (const [name, path] of [
      ['organisation', '/organisation'],
      ['powers', '/powers'],
      ['measures', '/measures'],
    ]) {
      await step(`the page ${path} is open to all`, async () => {
        await page.goto(path);
        await page.locator('#page-title').waitFor();
        await settled(page);
        await page.inspect(name);
      });
    }

    await step('units come in from a file, after a dry run', async () => {
      const file = join(folder, 'units.csv');
      writeFileSync(file, '编码,名称,上级编码\nE2E-1,端到端检查处,\nE2E-2,端到端检查科,E2E-1\n');
      const home = await page.request.post('/graphql', {
        data: { query: ofThePage('query Viewer') },
      });
      const { data } = await home.json();
      await page.goto(`/import?unit=${data.viewer.homeUnits[0].id}`);
      await page.getByText('选择文件').waitFor();
      await page.inspect('import');
      await page.locator('input[type=file]').setInputFiles(file);
      await page.getByText('将新增 2 项').waitFor();
      await page.inspect('import-planned');
      await page.getByRole('button', { name: '确认写入' }).click();
      await page.getByText('导入完成').waitFor();
      await page.goto('/organisation');
      await page.getByLabel('查找单位').fill('ddd');
      await page.getByRole('button', { name: /^端到端检查处 E2E-1/ }).click();
      await page.getByRole('heading', { name: '端到端检查处' }).waitFor();
      await page.inspect('organisation-imported');
    });

    await page.context().close();

    let risk = '';
    await step('a head of department proposes a grade', async () => {
      const own = await openPage(browser, program.base, out, problems);
      await signIn(own, people.head);
      await settled(own);
      await own.inspect('home-head');
      await own.goto('/risks?grade=C&status=DECIDED');
      await own.locator('.ant-table-row').first().waitFor();
      await firstRisk(own);
      risk = new URL(own.url()).pathname;
      const history = own.locator('.history > li');
      const before = await history.count();
      await own.getByRole('button', { name: '自评等级' }).click();
      const dialog = own.getByRole('dialog');
      await dialog.getByText('违纪或行政违法').click();
      await dialog.getByLabel('理由').fill('近期同类问题增多');
      await own.inspect('propose');
      await dialog.getByRole('button', { name: '确定' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await history.nth(before).waitFor();
      await own.context().close();
    });

    await step(
      'the leader in charge endorses it for the inspectors, and the history says so',
      async () => {
        const own = await openPage(browser, program.base, out, problems);
        await signIn(own, people.incharge);
        await own.goto(risk);
        await own.getByRole('button', { name: '提请会签' }).click();
        const dialog = own.getByRole('dialog');
        await dialog.getByText('B 中').last().click();
        await dialog.getByLabel('理由').fill('同意自评');
        await own.inspect('decide');
        await dialog.getByRole('button', { name: '确定' }).click();
        await dialog.waitFor({ state: 'hidden' });
        const newest = own.locator('.history > li').first();
        await newest.getByText('同意自评').waitFor();
        await newest.getByText('提请会签', { exact: true }).waitFor();
        await newest.getByText('B 中').waitFor();
        await own.inspect('decided');
        await own.context().close();
      },
    );

    await step('staff see the figures of their department', async () => {
      const own = await openPage(browser, program.base, out, problems);
      await signIn(own, people.staff);
      await own.getByRole('heading', { name: '本单位情况' }).waitFor();
      await settled(own);
      await own.inspect('home-staff');
      await own.goto('/risks/new');
      await own.locator('#page-title').waitFor();
      await settled(own);
      await own.inspect('risk-new');
      await own.context().close();
    });

    await step('the security administrator sees accounts and no risks', async () => {
      const own = await openPage(browser, program.base, out, problems);
      await signIn(own, people.secadmin);
      await own.getByRole('navigation', { name: '主导航' }).getByText('账户').click();
      await own.getByRole('table').waitFor();
      await own.inspect('accounts');
      await own.goto('/risks');
      await own.getByRole('alert').waitFor();
      await own.inspect('risks-refused');
      await own.context().close();
    });

    await clockSteps({ browser, program, people, out, problems, step });
    await auditSteps({ browser, program, people, out, problems, step });
  } finally {
    await program.stop();
  }
}
