// The yearly work: a campaign is opened, forms are filled in, handed in, returned, corrected
// and reviewed.
import { accounts, settled } from './demo.mjs';
import { openPage, signIn } from './browser.mjs';
import { start } from './program.mjs';

const day = (ahead, from = Date.now()) =>
  new Date(from + ahead * 86_400_000).toISOString().slice(0, 10);

const titles = {
  POWERS: '表1 部门权力登记表',
  RISKS: '表2 部门职务犯罪风险点自查登记表',
  PERSONAL: '表3 个人职务犯罪风险点自查登记表',
  MEASURES: '表4 部门职务犯罪风险防控措施登记表',
};

/** Plans and opens a campaign by the page; gives back its address. */
async function openCampaign(page, title, from) {
  await page.goto('/campaigns/new');
  await page.getByLabel('名称', { exact: true }).fill(title);
  await page.getByLabel('年度').fill(day(0, from).slice(0, 4));
  await page.getByLabel('排查风险：开始日期').fill(day(0, from));
  await page.getByLabel('排查风险：结束日期').fill(day(40, from));
  for (const kind of Object.values(titles)) {
    const box = page.getByRole('checkbox', { name: kind });
    if (!(await box.isChecked())) await box.check();
    await page.getByLabel(`${kind}：截止日期`).fill(day(30, from));
  }
  await page.inspect('campaign-new');
  await page.getByRole('button', { name: '保存' }).click();
  await page.waitForURL(/\/campaigns\/(?!new)[^/]+$/);
  await page.getByRole('button', { name: '启动' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /确定|启动/ })
    .click();
  await page.getByText('填报进度').first().waitFor();
  await page.locator('.matrix-table, table').first().waitFor({ timeout: 60_000 });
  await settled(page);
}

/** Opens one's own form of a kind from the list. */
async function openForm(page, kind) {
  await page.goto('/forms');
  await page.getByRole('link', { name: titles[kind] }).first().click();
  await page.waitForURL(/\/forms\/[^/]+$/);
  await page.locator('.paper').waitFor();
  await settled(page);
}

/** Types into a cell of the paper, as into a spreadsheet; places count from 0. */
async function type(page, row, column, text) {
  await page.locator(`[data-row="${row}"][data-column="${column}"]`).click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Where 行使频次 stands in 表1, and 可能性 in 表2. */
const frequency = 10;
const likelihood = 7;

async function submit(page, name) {
  await page
    .getByText(/^已保存/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: '提交', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await page.inspect(name);
  await dialog.getByRole('button', { name: /提交|确定/ }).click();
  await page.getByText('表格已提交').waitFor();
}

/** Answers every form that waits for somebody. */
async function approveAll(browser, program, out, problems, who, count) {
  const page = await openPage(browser, program.base, out, problems);
  await signIn(page, who);
  await page.goto('/review');
  await page.getByLabel('选择已列出的全部表格').check();
  await page.getByRole('button', { name: `批量审核（${count}）` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('审核意见').fill('情况属实，同意。');
  await page.inspect(`review-${who.loginName}`);
  await dialog.getByRole('button', { name: '签署' }).click();
  await page.getByText(`已审核 ${count} 份`).waitFor();
  await page.context().close();
}

export async function year({ binary, browser, folder, out, problems, step }) {
  const program = await start(binary, ['demo'], folder, 180_000);
  try {
    const people = await accounts(program);
    const open = (who) =>
      openPage(browser, program.base, out, problems).then(async (page) => {
        await signIn(page, who);
        return page;
      });
    const now = Date.now();

    await step('the leading group plans a campaign and opens it', async () => {
      const page = await open(people.group);
      await openCampaign(page, '年度专项工作', now);
      await page.inspect('campaign');
      await page.context().close();
    });

    const head = await open(people.head);
    await step('a head fills the first form by the keyboard and hands it in', async () => {
      await head.inspect('home-todo');
      await openForm(head, 'POWERS');
      await head.inspect('form-powers');
      await type(head, 0, frequency, '每月十次');
      await submit(head, 'submit-powers');
    });

    await step('what was typed outlives a reload', async () => {
      await openForm(head, 'PERSONAL');
      await head.getByLabel('廉洁承诺').fill('本人承诺依法履职，不以权谋私。');
      await head
        .getByText(/^已保存/)
        .first()
        .waitFor();
      await head.reload();
      await head.locator('.paper').waitFor();
      const pledge = await head.getByLabel('廉洁承诺').inputValue();
      if (!pledge.startsWith('本人承诺')) throw new Error(`the pledge reads “${pledge}”`);
      await submit(head, 'submit-personal');
    });

    await step('the forms of risks and measures are handed in', async () => {
      for (const kind of ['RISKS', 'MEASURES']) {
        await openForm(head, kind);
        if (kind === 'RISKS') {
          // A grave one, which a meeting has to decide.
          await type(head, 0, likelihood, '5');
          await head
            .getByText(/^已保存/)
            .first()
            .waitFor();
        }
        await head.inspect(`form-${kind.toLowerCase()}`);
        await head.getByRole('button', { name: '提交', exact: true }).click();
        await head
          .getByRole('dialog')
          .getByRole('button', { name: /提交|确定/ })
          .click();
        await head.getByText('表格已提交').waitFor();
      }
    });

    await step('the leader in charge returns one with a reason', async () => {
      const page = await open(people.incharge);
      await page.goto('/review');
      await page.getByRole('link', { name: new RegExp(titles.POWERS) }).click();
      await page.waitForURL(/\/review\/[^/]+$/);
      await page.getByRole('button', { name: '退回' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('理由').fill('行使频次请按上年实际数填写');
      await page.inspect('return');
      await dialog.getByRole('button', { name: /退回|确定/ }).click();
      await page.getByText('表格已退回').waitFor();
      await page.context().close();
    });

    await step('the head reads why, corrects it and hands it in again', async () => {
      await head.goto('/forms');
      await head.getByText('行使频次请按上年实际数填写').first().waitFor();
      await openForm(head, 'POWERS');
      await type(head, 0, frequency, '每年一百二十次');
      await submit(head, 'submit-again');
    });

    await step('three tiers answer, many forms at once', async () => {
      for (const name of ['incharge', 'leader', 'inspector']) {
        await approveAll(browser, program, out, problems, people[name], 4);
      }
    });
    await head.context().close();
  } finally {
    await program.stop();
  }
}
