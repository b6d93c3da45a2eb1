// Education: a head plans a session for the department, records that one was absent, lets them make up for it, and looks at the figures.
import { readFileSync } from 'node:fs';
import { openPage, signIn } from './browser.mjs';
import { accounts, settled } from './demo.mjs';
import { startDemo } from './program.mjs';

export async function education({ binary, browser, folder, out, problems, step }) {
  const program = await startDemo(binary, folder, '--documents', 'trusted');
  try {
    const people = await accounts(program);
    const head = await openPage(browser, program.base, out, problems);
    await signIn(head, people.head);
    const dialog = head.getByRole('dialog');
    const marked = () => head.getByRole('radiogroup');

    await step('a head plans a session and invites the department', async () => {
      await head.goto('/education');
      await settled(head);
      await head.getByRole('button', { name: '新建教育活动' }).click();
      await dialog.getByLabel('主题').fill('身边案例警示教育');
      await dialog.getByLabel('地点').fill('三楼会议室');
      await dialog.getByLabel('外请主讲人').fill('市纪委案件室');
      await dialog.getByText(/^应到 \d+ 人/).waitFor();
      await head.inspect('education-plan');
      await dialog.getByRole('button', { name: /保\s*存/ }).click();
      await head.waitForURL(/\/education\/[^/]+$/);
      await settled(head);
      await head.getByText(/^应到 \d+ 人$/).waitFor();
      await head.inspect('education-planned');
    });

    await step('all attended but one, marked by the keyboard', async () => {
      const coming = head.waitForEvent('download');
      await head.getByRole('link', { name: '下载签到表' }).click();
      const sheet = readFileSync(await (await coming).path());
      await head.getByRole('button', { name: '登记参加情况' }).click();
      await head.locator('input[type=file]').first().setInputFiles({
        name: '签到表.xlsx',
        mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        buffer: sheet,
      });
      await head.getByText(/已读取 0 人的参加情况，其中 0 人有变动，\d+ 行未填/).waitFor();
      const last = marked().last();
      await last.getByRole('radio', { name: '参加' }).focus();
      await head.keyboard.press('ArrowRight');
      await head.keyboard.press('ArrowRight');
      if (!(await last.getByRole('radio', { name: '缺席' }).isChecked())) {
        throw new Error('the arrows do not mark');
      }
      await head.getByText(/缺席 1 人。$/).waitFor();
      await head.inspect('education-hold');
      await head.getByRole('button', { name: '登记为已举行' }).click();
      await head.getByText(/缺席 1 人，其中已补课 0 人/).waitFor();
      await settled(head);
      await head.inspect('education-held');
    });

    await step('the list and the figures of the year tell of it', async () => {
      await head.goto('/education');
      await head.getByText('已举行').first().waitFor();
      await settled(head);
      await head.inspect('education-list');
      if ((await head.onPhone()) > 0) throw new Error('columns are too narrow on a phone');
      await head.getByRole('link', { name: '年度统计' }).click();
      await head.waitForURL(/\/education\/year$/);
      await head.getByText(/至少参加 1 次的 \d+ 人（\d+%），全年未参加的 1 人/).waitFor();
      await settled(head);
      await head.inspect('education-year');
      await head.getByRole('checkbox', { name: '今年尚未参加' }).click();
      await head.waitForURL(/few=few/);
      await settled(head);
      const rows = head.getByRole('region', { name: '人员参加情况' }).locator('tbody tr');
      await rows.first().waitFor();
      if ((await rows.count()) !== 1) throw new Error('more than one took part in nothing');
    });

    await step('who was absent makes up for it, without a reason', async () => {
      await head.goto('/education');
      await settled(head);
      await head.getByRole('link', { name: '身边案例警示教育' }).click();
      await head.waitForURL(/\/education\/[^/]+$/);
      await head.getByRole('button', { name: '更正或补课' }).click();
      await head.getByLabel(/的补课日期$/).fill(new Date().toISOString().slice(0, 10));
      await head.inspect('education-correct');
      await head.getByRole('button', { name: /保\s*存/ }).click();
      await head.getByText(/其中已补课 1 人/).waitFor();
      await head.goto('/my-record');
      await head.getByRole('heading', { name: '我的教育活动' }).waitFor();
      await head.getByRole('link', { name: '身边案例警示教育' }).waitFor();
      await settled(head);
      await head.inspect('education-own');
    });
    await head.context().close();
  } finally {
    await program.stop();
  }
}
