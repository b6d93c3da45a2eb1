// What people do with campaigns and forms on the page.
import { settled } from './demo.mjs';
import { openPage, signIn } from './browser.mjs';

/** A day some days from another one, today unless told. */
export const day = (ahead, from = Date.now()) =>
  new Date(from + ahead * 86_400_000).toISOString().slice(0, 10);

export const titles = {
  POWERS: '表1 部门权力登记表',
  RISKS: '表2 部门职务犯罪风险点自查登记表',
  PERSONAL: '表3 个人职务犯罪风险点自查登记表',
  MEASURES: '表4 部门职务犯罪风险防控措施登记表',
};

/** Plans and opens a campaign by the page; gives back its address. */
export async function openCampaign(page, title, from, previous) {
  await page.goto('/campaigns/new');
  await page.getByLabel('名称', { exact: true }).fill(title);
  await page.getByLabel('年度').fill(day(0, from).slice(0, 4));
  if (previous) {
    await page.getByLabel('上一次专项工作').click();
    await page.locator('.ant-select-item-option:visible').filter({ hasText: previous }).click();
  }
  await page.getByLabel('排查风险：开始日期').fill(day(0, from));
  await page.getByLabel('排查风险：结束日期').fill(day(40, from));
  for (const kind of Object.values(titles)) {
    const box = page.getByRole('checkbox', { name: kind });
    if (!(await box.isChecked())) await box.check();
    await page.getByLabel(`${kind}：截止日期`).fill(day(30, from));
  }
  await page.inspect(previous ? 'campaign-next' : 'campaign-new');
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
export async function openForm(page, kind) {
  await page.goto('/forms');
  await page.getByRole('link', { name: titles[kind] }).first().click();
  await page.waitForURL(/\/forms\/[^/]+$/);
  await page.locator('.paper').waitFor();
  await settled(page);
}

/** Types into a cell of the paper, as into a spreadsheet; places count from 0. */
export async function type(page, row, column, text) {
  await page.locator(`[data-row="${row}"][data-column="${column}"]`).click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Where 行使频次 and the explanation of a change stand in 表1, 产生原因 and 可能性 in 表2. */
export const frequency = 10;
export const explanation = 18;
export const cause = 4;
export const likelihood = 7;

/** Waits until what was typed is with the server. */
export async function saved(page) {
  await page
    .getByText(/^已保存/)
    .first()
    .waitFor();
}

/** Hands the form in, as far as it is accepted. */
export async function handIn(page, name) {
  await page.getByRole('button', { name: '提交', exact: true }).click();
  const dialog = page.getByRole('dialog');
  if (name) await page.inspect(name);
  await dialog.getByRole('button', { name: '提交' }).click();
}

/** Saves the form and hands it in. */
export async function submit(page, name) {
  await saved(page);
  await handIn(page, name);
  await page.getByText('表格已提交').waitFor();
}

/**
 * Answers every form that waits for somebody, and says how many they were. What holds a grade A,
 * and so goes to the leading group, depends on the day on which the demo is made.
 */
export async function approveAll(browser, program, out, problems, who) {
  const page = await openPage(browser, program.base, out, problems);
  await signIn(page, who);
  await page.goto('/review');
  await page.getByLabel('选择已列出的全部表格').check();
  const batch = page.getByRole('button', { name: /^批量审核（\d+）$/ });
  const count = Number(/\d+/.exec(await batch.textContent())[0]);
  await batch.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('审核意见').fill('情况属实，同意。');
  await page.inspect(`review-${who.loginName}`);
  await dialog.getByRole('button', { name: '签署' }).click();
  await page.getByText(`已审核 ${count} 份`).waitFor();
  await page.context().close();
  return count;
}

/** Attaches a text file to what a page or a part of it shows. */
export async function attachText(place, name, text) {
  const file = { name, mimeType: 'text/plain', buffer: Buffer.from(text) };
  await place.getByLabel('添加文件').setInputFiles(file);
  await place.getByRole('link', { name }).waitFor();
}

/** Attaches a file to the row of a cell, after one of another kind than its name says. */
export async function attach(page, row, column, name, text) {
  await page.locator(`[data-row="${row}"][data-column="${column}"]`).click();
  await page.getByRole('button', { name: '本行佐证' }).click();
  const dialog = page.getByRole('dialog');
  const choose = (name, text) =>
    dialog.getByLabel('添加文件').setInputFiles({ name, mimeType: '', buffer: Buffer.from(text) });
  await choose('照片.png', 'MZ');
  await dialog.getByRole('alert').waitFor();
  await page.inspect('row-files-refused');
  await choose(name, text);
  await dialog.getByRole('link', { name }).waitFor();
  await page.inspect('row-files');
  await dialog.getByRole('button', { name: /Close|关闭/ }).click();
  await dialog.waitFor({ state: 'hidden' });
}
