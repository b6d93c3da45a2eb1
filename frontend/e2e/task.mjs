// Tasks of measures: a head schedules the work of a measure, does the first task, and finds it done on the measure's page.
import { openPage, signIn } from './browser.mjs';
import { accounts, settled } from './demo.mjs';
import { startDemo } from './program.mjs';

export async function task({ binary, browser, folder, out, problems, step }) {
  const program = await startDemo(binary, folder, '--documents', 'trusted');
  try {
    const people = await accounts(program);
    const open = async (person) => {
      const page = await openPage(browser, program.base, out, problems);
      await signIn(page, person);
      return page;
    };
    await step('a head schedules the work of a measure, and does the first task', async () => {
      const head = await open(people.head);
      await head.goto('/measures?status=ACTIVE');
      await settled(head);
      await head.locator('table a[href^="/measures/"]').first().click();
      await head.waitForURL(/\/measures\/[^/]+$/);
      await settled(head);
      await head.getByRole('button', { name: '安排日常任务' }).click();
      const dialog = head.getByRole('dialog');
      await dialog.getByLabel('每次做什么').fill('复核本期全部业务并登记。');
      await dialog.getByText('每周').click();
      await head.inspect('task-schedule');
      await dialog.getByRole('button', { name: /确\s*定/ }).click();
      await dialog.waitFor({ state: 'detached' });
      const rows = head.getByRole('table', { name: '本措施的任务' });
      await rows.getByRole('link', { name: '复核本期全部业务并登记。' }).first().click();
      await head.waitForURL(/\/tasks\/./);
      await settled(head);
      await head.getByRole('button', { name: '完成任务' }).click();
      const doing = head.getByRole('dialog');
      await doing.getByLabel('完成情况').fill('本周复核 12 件，均有双人签字。');
      await doing.getByRole('button', { name: '提交' }).click();
      await doing.waitFor({ state: 'detached' });
      await head.getByText('已完成').first().waitFor();
      await settled(head);
      await head.inspect('task-done');
      await head.goto('/tasks?state=DONE');
      await settled(head);
      await head.inspect('tasks');
      await head.context().close();
    });

    await step('work is scheduled for all measures of a list in one act', async () => {
      const head = await open(people.head);
      await head.goto('/measures?status=ACTIVE');
      await settled(head);
      await head.getByLabel('选择全部已列出的措施').check();
      await head.inspect('measures-chosen');
      const button = head.getByRole('button', { name: /^安排日常任务（\d+）$/ });
      const count = Number((await button.innerText()).match(/\d+/)[0]);
      if (count < 2) throw new Error(`${count} measures are chosen`);
      await button.click();
      const dialog = head.getByRole('dialog', { name: `为 ${count} 条措施安排日常任务` });
      // The one that was scheduled before.
      await dialog.getByText('其中 1 条已有安排').waitFor();
      await dialog.getByText('每季度').click();
      await head.inspect('task-schedule-many');
      await dialog.getByRole('button', { name: /确\s*定/ }).click();
      await dialog.waitFor({ state: 'detached' });
      await head.locator('table a[href^="/measures/"]').last().click();
      await head.waitForURL(/\/measures\/[^/]+$/);
      await head.getByText('每季度').first().waitFor();
      await head.context().close();
    });
  } finally {
    await program.stop();
  }
}
