// Indicators of measures: a head watches a measure by a figure, records and corrects its readings, and stops it.
import { openPage, signIn } from './browser.mjs';
import { accounts, settled } from './demo.mjs';
import { ofThePage, startDemo } from './program.mjs';

export async function indicator({ binary, browser, folder, out, problems, step }) {
  const program = await startDemo(binary, folder, '--documents', 'trusted');
  try {
    const people = await accounts(program);
    const head = await openPage(browser, program.base, out, problems);
    await signIn(head, people.head);
    const dialog = head.getByRole('dialog');
    /** Picks a period of the dialog by its words, as they are typed. */
    const pick = async (words) => {
      const period = dialog.getByRole('combobox', { name: '监测期' });
      await period.fill(words);
      await head.locator('.ant-select-item-option').filter({ hasText: words }).first().click();
    };
    const record = async (words, value) => {
      await head.getByRole('button', { name: '录入监测值' }).click();
      if (words) await pick(words);
      await dialog.getByLabel('监测值', { exact: true }).fill(value);
      await dialog.getByRole('button', { name: /^录\s*入$/ }).click();
    };

    await step('a head watches a measure by a figure', async () => {
      await head.goto('/measures?status=ACTIVE');
      await settled(head);
      await head.locator('table a[href^="/measures/"]').first().click();
      await head.waitForURL(/\/measures\/[^/]+$/);
      await settled(head);
      await head.getByRole('button', { name: '新增监测指标' }).click();
      await dialog.getByLabel('指标名称').fill('超期办结件数');
      await dialog.getByLabel('阈值').fill('五');
      await dialog.getByLabel('计量单位').fill('件');
      const asked = await head.request.post('/graphql', {
        data: { query: ofThePage('query Viewer') },
      });
      const { name } = (await asked.json()).data.viewer.person;
      await dialog.getByRole('combobox', { name: '报送人' }).fill(name);
      await head.locator('.ant-select-item-option').filter({ hasText: name }).first().click();
      const now = new Date();
      const last = new Date(Date.UTC(now.getFullYear(), now.getMonth() - 1, 15)); // is over, and owed
      await dialog.getByLabel('首个监测期').fill(last.toISOString().slice(0, 10));
      await dialog.getByRole('button', { name: /保\s*存/ }).click();
      await dialog.getByText(/应为数字/).waitFor();
      await head.inspect('indicator-define');
      await dialog.getByLabel('阈值').fill('5');
      await dialog.getByRole('button', { name: /保\s*存/ }).click();
      await dialog.waitFor({ state: 'detached' });
      await head.getByRole('link', { name: '超期办结件数' }).waitFor();
      await settled(head);
      await head.locator('#indicators-title').scrollIntoViewIfNeeded();
      await head.inspect('indicator-of-measure');
    });

    await step('what is owed leads there from the home page, and is recorded', async () => {
      await head.goto('/');
      await head.getByRole('link', { name: /超期办结件数/ }).waitFor();
      await head.locator('a[href="/indicators?mine=true&owed=true"]').click();
      await head.waitForURL(/\/indicators\?mine=true&owed=true$/);
      await settled(head);
      await head.getByRole('link', { name: '超期办结件数' }).waitFor();
      await head.goto('/indicators?owed=true');
      await settled(head);
      await head.getByRole('button', { name: '录入：超期办结件数' }).click();
      await dialog.getByLabel('监测值', { exact: true }).fill('１，234.5');
      await head.inspect('indicator-record');
      await dialog.getByRole('button', { name: /^录\s*入$/ }).click();
      await dialog.waitFor({ state: 'detached' });
      await settled(head);
      await head.goto('/indicators');
      await head.getByText('1,234.5 件').waitFor();
      await head.getByText('超出阈值').first().waitFor();
      await settled(head);
      await head.inspect('indicators');
      if ((await head.onPhone()) > 0) throw new Error('columns are too narrow on a phone');
    });

    await step('a period that was read is corrected with a reason', async () => {
      await head.getByRole('link', { name: '超期办结件数' }).click();
      await head.waitForURL(/\/indicators\/[^/]+$/);
      await settled(head);
      await record(null, '7');
      await dialog.waitFor({ state: 'detached' });
      await settled(head);
      await head.getByRole('button', { name: '录入监测值' }).click();
      await pick('1,234.5');
      await dialog.getByLabel('监测值', { exact: true }).fill('4');
      await dialog.getByRole('button', { name: /^录\s*入$/ }).click();
      await dialog.getByText(/该监测期已录入/).waitFor();
      await head.inspect('indicator-exists');
      await dialog.getByLabel('更正该期已录入的值').check();
      await dialog.getByLabel('更正原因').fill('多录了三位');
      await dialog.getByRole('button', { name: /^录\s*入$/ }).click();
      await dialog.waitFor({ state: 'detached' });
      for (const [period, value] of [
        ['2026年6月', '7'],
        ['2026年7月', '3'],
        ['2026年8月', '6'],
        ['2026年9月', '2.5'],
      ]) {
        await record(period, value);
        await dialog.waitFor({ state: 'detached' });
      }
      await head.getByLabel('显示已更正的').check();
      await head.getByText('更正原因：多录了三位').waitFor();
      await head.getByRole('img', { name: /折线图/ }).waitFor();
      await settled(head);
      await head.inspect('indicator');
      await head.getByRole('img', { name: /折线图/ }).scrollIntoViewIfNeeded();
      await head.locator('#readings-title').scrollIntoViewIfNeeded();
      await head.inspect('indicator-readings');
    });

    await step('it is stopped, and taken up again with another threshold', async () => {
      await head.getByRole('button', { name: '停用' }).click();
      await dialog.getByLabel('停用原因').fill('改用其他指标');
      await head.inspect('indicator-stop');
      await dialog.getByRole('button', { name: '停用' }).click();
      await dialog.waitFor({ state: 'detached' });
      await head.getByText('改用其他指标').waitFor();
      await head.getByRole('button', { name: '恢复' }).click();
      await dialog.getByLabel('阈值').fill('10');
      await head.inspect('indicator-resume');
      await dialog.getByRole('button', { name: '恢复' }).click();
      await dialog.waitFor({ state: 'detached' });
      await head.getByText('不超过 10 件').first().waitFor();
      await head.getByText('正常').first().waitFor();
    });

    await step('readings come from a table', async () => {
      await head.goto('/indicators');
      await settled(head);
      await head.getByRole('button', { name: '按表录入' }).click();
      const coming = head.waitForEvent('download');
      await dialog.getByRole('link', { name: '下载待录入的表' }).click();
      const table = await (await coming).path();
      await dialog.locator('input[type=file]').setInputFiles({
        name: '监测值.xlsx',
        mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        buffer: (await import('node:fs')).readFileSync(table),
      });
      await dialog
        .getByText(/文件中没有需要录入的监测值|处问题/)
        .first()
        .waitFor();
      await head.inspect('indicator-file');
    });
    await head.context().close();
  } finally {
    await program.stop();
  }
}
