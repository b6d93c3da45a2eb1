// Proceedings of a power: one is recorded by hand, strays from the process, is ended and closed; the map tells of it.
import { readFileSync } from 'node:fs';
import { openPage, signIn } from './browser.mjs';
import { accounts, settled } from './demo.mjs';
import { ofThePage, startDemo } from './program.mjs';

/** What a document of the page answers. */
async function ask(page, name, variables) {
  const data = { query: ofThePage(`query ${name}`), variables };
  const answer = await (await page.request.post('/graphql', { data })).json();
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}

/** A power of which proceedings may be recorded, with three steps of which each has to follow the one before. */
async function findPower(page) {
  const { powers } = await ask(page, 'PowerSearch', { filter: {} });
  for (const { id } of powers.nodes) {
    const { node } = await ask(page, 'StepsOfPower', { id });
    const process = node?.mayRecordProceedings && node.processes.find((one) => one.current);
    if (!process || process.steps.length < 3) continue;
    const { node: whole } = await ask(page, 'ProcessOfPower', { id: process.id });
    const after = (key) => whole.edges.filter((way) => way.fromKey === key).map((way) => way.toKey);
    const [first] = whole.steps;
    /** Whether a step can be come to from the first one without another. */
    const reaches = (key, without) => {
      const seen = new Set([first.key]);
      for (const step of seen) {
        if (step === without) continue;
        for (const next of after(step)) seen.add(next);
      }
      return seen.has(key);
    };
    const found = after(first.key)
      .flatMap((second) => after(second).map((third) => [first.key, second, third]))
      .find((keys) => new Set(keys).size === 3 && !reaches(keys[2], keys[1]));
    if (!found) continue;
    const names = found.map((key) => whole.steps.find((one) => one.key === key).name);
    return { id, names };
  }
  throw new Error('no power with a process of three steps');
}

/** Some time on a day before today, as a field of the page takes it. */
function before(days, time) {
  const day = new Date(Date.now() - days * 86_400_000);
  return `${day.toISOString().slice(0, 10)}${time ? `T${time}` : ''}`;
}

export async function proceeding({ binary, browser, folder, out, problems, step }) {
  const program = await startDemo(binary, folder, '--documents', 'trusted');
  try {
    const people = await accounts(program);
    const page = await openPage(browser, program.base, out, problems);
    await signIn(page, people.head);
    const dialog = page.getByRole('dialog');
    const send = async () => {
      await dialog.getByRole('button', { name: /^录\s*入$/ }).click();
      await dialog.waitFor({ state: 'detached' });
      await settled(page);
    };
    const power = await findPower(page);
    const [first, skipped, third] = power.names;

    await step('a proceeding begins on the page of its power', async () => {
      await page.goto(`/powers/${power.id}`);
      await settled(page);
      await page.getByText('尚未录入办件。').waitFor();
      await page.getByRole('button', { name: '录入办件' }).click();
      await dialog.getByLabel('办件编号').fill('许字2026-17');
      await dialog.getByLabel('受理日期').fill(before(5));
      await dialog.getByRole('combobox', { name: '环节' }).fill(first);
      await dialog.getByLabel('开始时间').fill(before(5, '09:00'));
      await dialog.getByLabel('结束时间').fill(before(6, '10:30'));
      await dialog.getByLabel('办理人姓名').fill('赵一一');
      await dialog.getByRole('button', { name: /^录\s*入$/ }).click();
      await dialog.getByText(/结束时间早于开始时间/).waitFor();
      await page.inspect('proceeding-new-refused');
      await dialog.getByLabel('结束时间').fill(before(5, '10:30'));
      await dialog.getByText(/未找到唯一的“赵一一”/).waitFor();
      await page.inspect('proceeding-new');
      await send();
      await page.waitForURL(/\/proceedings\/[^/]+$/);
      await page.getByRole('heading', { name: '办件 许字2026-17' }).waitFor();
      await page.getByText('没有偏离流程的情况。').waitFor();
      await settled(page);
      await page.inspect('proceeding-begun');
    });

    await step('a step that is taken without the one before strays', async () => {
      await page.getByRole('button', { name: '录入环节' }).click();
      await dialog.getByRole('combobox', { name: '环节' }).fill(third);
      await dialog.getByLabel('开始时间').fill(before(3, '14:00'));
      await dialog.getByText(`未经“${skipped}”即进入“${third}”`).waitFor();
      await page.inspect('proceeding-would-stray');
      await send();
      await page.getByText(`未经“${skipped}”即进入“${third}”`).waitFor();
      await page.inspect('proceeding-strays');
      await page.locator('.react-flow__node-step').filter({ hasText: '跳过' }).waitFor();
      await page.locator('.react-flow__node-step').filter({ hasText: '办理中' }).waitFor();
      await page.locator('.process-map').scrollIntoViewIfNeeded();
      await page.inspect('proceeding-map');
    });

    await step('a step under way is ended with two clicks, and corrected', async () => {
      await page.getByRole('button', { name: `完成：${third}` }).click();
      await page.inspect('proceeding-end-step');
      await send();
      await page.getByRole('button', { name: `更正：${third}` }).click();
      await dialog.getByLabel('结束时间').fill(before(2, '11:00'));
      await dialog.getByLabel('更正原因').fill('当日未及时录入');
      await page.inspect('proceeding-correct');
      await dialog.getByRole('button', { name: /^更\s*正$/ }).click();
      await dialog.waitFor({ state: 'detached' });
      await settled(page);
      await page.getByLabel('显示已更正的').first().check();
      await page.getByText(/更新$/).first().waitFor();
      await page.locator('#steps-title').scrollIntoViewIfNeeded();
      await page.inspect('proceeding-corrected');
    });

    await step('it is paused, closed, opened again and closed', async () => {
      await page.getByRole('button', { name: '录入中止' }).click();
      await dialog.getByRole('combobox', { name: '中止事由' }).click();
      await page.locator('.ant-select-item-option').filter({ hasText: '听证' }).first().click();
      await dialog.getByLabel('首日').fill(before(2));
      await page.inspect('proceeding-pause');
      await send();
      await page.getByText('已中止').first().waitFor();
      await page.getByRole('button', { name: /^结束中止：听证/ }).click();
      await send();
      await page.getByRole('button', { name: '办结或终止' }).click();
      await dialog.getByLabel('办理结果').fill('准予许可');
      await page.inspect('proceeding-close');
      await send();
      await page.getByText('已办结').first().waitFor();
      await page.getByRole('button', { name: '撤回办结' }).click();
      await dialog.locator('textarea').fill('日期有误');
      await dialog.getByRole('button', { name: '撤回办结' }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByText('办理中').first().waitFor();
      await page.getByRole('button', { name: '办结或终止' }).click();
      await send();
      await page.getByRole('definition').filter({ hasText: '准予许可' }).waitFor();
      await page.inspect('proceeding-closed');
      if ((await page.onPhone()) > 0) throw new Error('columns are too narrow on a phone');
    });

    await step('the list finds what strays', async () => {
      await page.goto(`/proceedings?power=${power.id}&strays=SKIPPED&lasting=true`);
      await settled(page);
      await page.getByRole('link', { name: '许字2026-17' }).waitFor();
      await page.inspect('proceedings');
      if ((await page.onPhone()) > 0) throw new Error('columns are too narrow on a phone');
      await page.goto(`/proceedings?power=${power.id}&state=PAUSED`);
      await settled(page);
      if (await page.getByRole('link', { name: '许字2026-17' }).count()) {
        throw new Error('what is closed is not paused');
      }
    });

    await step('the map of the power tells what its proceedings came to', async () => {
      await page.goto(`/powers/${power.id}`);
      await settled(page);
      await page.getByRole('button', { name: '办件情况', exact: true }).click();
      await page.getByRole('table', { name: '各环节办件情况' }).waitFor();
      await page
        .locator('.react-flow__node-step')
        .filter({ hasText: '跳过 1 次' })
        .first()
        .waitFor();
      await settled(page);
      await page.locator('#process-title').scrollIntoViewIfNeeded();
      await page.inspect('proceeding-figures');
      await page.locator('#figures-title').scrollIntoViewIfNeeded();
      await page.inspect('proceeding-figures-table');
      await page.locator('#proceedings-title').scrollIntoViewIfNeeded();
      await page.inspect('proceeding-of-power');
    });

    await step('proceedings come from a table', async () => {
      await page.getByRole('button', { name: '按表录入' }).click();
      const coming = page.waitForEvent('download');
      await dialog.getByRole('link', { name: '下载办件表' }).click();
      const table = readFileSync(await (await coming).path());
      const choose = async (name, mimeType, buffer) =>
        dialog.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });
      const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
      await choose('办件.xlsx', xlsx, table);
      await dialog
        .getByText(/文件中没有需要录入的办件|处问题/)
        .first()
        .waitFor();
      await page.inspect('proceeding-file-empty');
      const rows = [
        ['办件编号', '环节', '开始时间', '结束时间', '办理人'],
        ['许字2026-18', first, before(4, '09:00').replace('T', ' '), '', '赵一一'],
        ['许字2026-19', third, before(4, '09:00').replace('T', ' '), '', '赵一一'],
        ['许字2026-20', first, '不知道', '', ''],
      ];
      const text = rows.map((row) => row.join(',')).join('\r\n');
      await choose('办件.csv', 'text/csv', Buffer.from(text));
      await dialog.getByRole('table', { name: '将要录入的办件' }).waitFor();
      await page.inspect('proceeding-file');
      await dialog.getByRole('button', { name: '录入 2 个办件' }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByText('共 3 件').waitFor();
      await settled(page);
      await page.inspect('proceeding-of-power-many');
    });

    await step('all of it is said in English', async () => {
      await page.getByRole('link', { name: '许字2026-17' }).click();
      await page.getByRole('heading', { name: '办件 许字2026-17' }).waitFor();
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('heading', { name: 'Proceeding 许字2026-17' }).waitFor();
      // The server says where it strays in the language in which it is asked.
      await page.reload();
      await page
        .getByText(/It came to “.+” without “.+”/)
        .first()
        .waitFor();
      await settled(page);
      await page.inspect('proceeding-english');
      await page.goBack();
      await page.getByRole('button', { name: 'Show proceedings', exact: true }).click();
      await page.getByRole('table', { name: 'Proceedings by step' }).waitFor();
      await settled(page);
      await page.locator('.process-map').scrollIntoViewIfNeeded();
      await page.inspect('proceeding-figures-english');
    });
    await page.context().close();
  } finally {
    await program.stop();
  }
}
