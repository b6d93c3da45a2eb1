// A register whose titles nobody knows: what its columns and words mean is said once, with the
// keyboard alone, and kept; the next file of the layout comes in without a question.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPage, signIn } from './browser.mjs';
import { accounts, settled } from './demo.mjs';
import { ofThePage, startDemo } from './program.mjs';

const titles = '何处,事由,哪一类,轻重,随记';

function register(folder, name, rows) {
  const file = join(folder, name);
  writeFileSync(file, `${[titles, ...rows].join('\n')}\n`);
  return file;
}

/** Presses Tab until the focus is on what has this label, and fails when it comes round without. */
async function tabTo(page, label) {
  const name = () =>
    page.evaluate(() => {
      const at = document.activeElement;
      return (
        at?.getAttribute('aria-label') ?? at?.labels?.[0]?.textContent ?? at?.textContent ?? ''
      );
    });
  for (let presses = 0; presses < 200; presses++) {
    if (label.test(await name())) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${label}`);
}

/** Chooses an option of the picker that has the focus, with the arrows. */
async function choose(page, option) {
  const places = await page.evaluate((text) => {
    const at = document.activeElement;
    const to = [...at.options].findIndex((one) => one.textContent === text);
    return { from: at.selectedIndex, to };
  }, option);
  if (places.to < 0) throw new Error(`no option ${option}`);
  const key = places.to > places.from ? 'ArrowDown' : 'ArrowUp';
  for (let i = 0; i < Math.abs(places.to - places.from); i++) await page.keyboard.press(key);
}

async function answer(page, label, option) {
  await tabTo(page, label);
  await choose(page, option);
}

export async function mapping({ binary, browser, folder, out, problems, step }) {
  const program = await startDemo(binary, folder, '--documents', 'trusted');
  try {
    const people = await accounts(program);
    const page = await openPage(browser, program.base, out, problems);
    await signIn(page, people.leader);
    const home = await page.request.post('/graphql', {
      data: { query: ofThePage('query Viewer') },
    });
    const { data } = await home.json();
    const importing = `/import?unit=${data.viewer.homeUnits[0].id}`;

    await step('a register of unknown titles is asked about', async () => {
      await page.goto(importing);
      await page.getByText('选择文件').waitFor();
      const file = register(folder, 'first.csv', [
        '映射检查科,擅自放宽抽检比例,业务流程,较大,甲',
        '映射检查科,泄露抽检计划,职业道德,一般,乙',
        '映射检查科,不按规定留样,业务流程,一般,丙',
      ]);
      await page.locator('input[type=file]').setInputFiles(file);
      await page.getByRole('heading', { name: '识别结果' }).waitFor();
      await page.getByRole('table').first().waitFor();
      await page.inspect('mapping-unknown');
    });

    await step('the keyboard says what the table and its columns are', async () => {
      await answer(page, /^表 1：/, '风险点台账');
      await answer(page, /^A 列“何处”作为/, '单位/科室');
      await answer(page, /^B 列“事由”作为/, '风险点');
      await answer(page, /^C 列“哪一类”作为/, '风险类别');
      await answer(page, /^D 列“轻重”作为/, '自评等级');
      await page.inspect('mapping-columns');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: /^用词的含义/ }).waitFor();
    });

    await step('the focus is on what is asked next, and the words get their meanings', async () => {
      await tabTo(page, /^E 列“随记”作为/);
      await choose(page, '不导入');
      await page.inspect('mapping-words');
      await tabTo(page, /^保存识别方式，名称/);
      await page.keyboard.insertText('抽检台账');
      await tabTo(page, /^接受全部建议/);
      await page.keyboard.press('Enter');
      await page.getByText('按已保存的识别方式“抽检台账”读取。').waitFor();
      await page.getByText(/将新增 \d+ 项/).waitFor();
      await settled(page);
      await page.inspect('mapping-planned');
    });

    await step('it is written by the keyboard too', async () => {
      await tabTo(page, /^确认写入/);
      await page.keyboard.press('Enter');
      await page.getByText('导入完成').waitFor();
      await settled(page);
      await page.inspect('mapping-done');
    });

    await step('a second file of the layout is imported without a question', async () => {
      await page.goto(importing);
      await page.getByText('抽检台账').waitFor();
      await page.inspect('mapping-kept');
      const file = register(folder, 'second.csv', [
        '映射检查科,接受被检单位宴请,职业道德,较大,丁',
        '映射检查科,擅自放宽抽检比例,业务流程,较大,戊',
      ]);
      await page.locator('input[type=file]').setInputFiles(file);
      await page.getByText('按已保存的识别方式“抽检台账”读取。').waitFor();
      if (await page.getByRole('heading', { name: '识别结果' }).isVisible()) {
        throw new Error('the second file is asked about');
      }
      await tabTo(page, /^确认写入/);
      await page.keyboard.press('Enter');
      await page.getByText('导入完成').waitFor();
    });

    await step('titles that are not found are named', async () => {
      await page.goto(importing);
      const file = join(folder, 'unfound.csv');
      const lines = [
        '年度排查情况。,第一页',
        '何处。,事由要写明。,档。',
        '映射检查科,私留样品,高。',
      ];
      writeFileSync(file, `${lines.join('\n')}\n`);
      await page.locator('input[type=file]').setInputFiles(file);
      await page.getByRole('heading', { name: '识别结果' }).waitFor();
      await tabTo(page, /^从第几行起/);
      await page.keyboard.insertText('2');
      await page.inspect('mapping-heads');
      await tabTo(page, /^加\s?入/);
      await page.keyboard.press('Enter');
      await page.getByText('第 2 行是标题').waitFor();
      await tabTo(page, /^提交并重新试算/);
      await page.keyboard.press('Enter');
      await answer(page, /^表 1：/, '风险点台账');
      await answer(page, /^B 列“事由要写明。”作为/, '风险点');
      await page.inspect('mapping-named');
    });

    await step('the kept mapping is dropped', async () => {
      await page.goto(importing);
      await tabTo(page, /^删除识别方式“抽检台账”/);
      await page.keyboard.press('Enter');
      await page.getByText('抽检台账').waitFor({ state: 'detached' });
    });
  } finally {
    await program.stop();
  }
}
