// The process of a power is drawn as a map: by the keyboard, with the mouse, published, compared.
import { join } from 'node:path';
import { checkEverything, everything, missing, openInEditor } from './bpmn.mjs';
import { openPage, signIn } from './browser.mjs';
import { accounts, settled } from './demo.mjs';
import { startDemo } from './program.mjs';

const sample = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p" name="窗口受理">
<startEvent id="a"/><userTask id="b" name="受理材料"/><userTask id="c" name="一次性告知"/><endEvent id="d"/><dataObject id="e" name="数据"/>
<sequenceFlow id="f" sourceRef="a" targetRef="b"/><sequenceFlow id="g" sourceRef="b" targetRef="c"/><sequenceFlow id="h" sourceRef="c" targetRef="d"/>
</process></definitions>`;
const step = (page, name) =>
  page.locator('.react-flow__node-step').filter({ hasText: name }).first();
const saved = (page) => page.getByRole('status').filter({ hasText: '已保存' }).waitFor();

/** Opens the process of the first power that the viewer may edit. */
async function openProcess(page, n) {
  await page.goto('/powers');
  await page.getByRole('table').getByRole('link').nth(n).click();
  await page.waitForURL(/\/powers\/[^/?]+$/);
  await page.getByRole('heading', { name: '权力运行流程' }).waitFor();
  await settled(page);
  return new URL(page.url()).pathname;
}

/** What the server makes of a file. */
async function readBack(page, power, xml) {
  const file = { name: '流程.bpmn', mimeType: 'application/xml', buffer: Buffer.from(xml) };
  const options = { multipart: { file }, headers: { 'Accept-Language': 'zh-CN' } };
  const answer = await page.request.post(`${power.replace('powers', 'power')}/bpmn`, options);
  if (!answer.ok()) throw new Error(await answer.text());
  const { processes } = await answer.json();
  return JSON.stringify(processes, null, 1);
}

async function fillName(page, name) {
  await page.keyboard.press('Enter');
  await page.locator('.map-side [data-field=name]:focus').waitFor();
  await page.keyboard.type(name);
  await page.keyboard.press('Escape');
  await page.locator('.react-flow__node-step:focus').waitFor();
}

export async function process({ binary, browser, folder, out, problems, step: act }) {
  const program = await startDemo(binary, folder, '--documents', 'trusted');
  try {
    const people = await accounts(program);
    const page = await openPage(browser, program.base, out, problems);
    await signIn(page, people.head);
    let power = '';

    await act('a first process is drawn, with the buttons and the mouse', async () => {
      power = await openProcess(page, 0);
      await page.goto(`${power}/process`);
      await settled(page);
      for (const kind of ['受理', '审核', '决定', '办结']) {
        await page.getByRole('button', { name: '添加环节' }).click();
        await page.getByRole('menuitem', { name: kind, exact: true }).click();
        await page.locator('.react-flow__node-step:focus').waitFor();
        await fillName(page, kind === '受理' ? '窗口受理申请材料' : `${kind}许可申请`);
      }
      await saved(page);
      await page.inspect('process-map');
      // By the mouse, back from the decision to the check.
      const from = await step(page, '决定许可申请')
        .locator('.react-flow__handle.source')
        .boundingBox();
      const to = await step(page, '审核许可申请')
        .locator('.react-flow__handle.target')
        .boundingBox();
      await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
      await page.mouse.down();
      await page.mouse.move(to.x + 40, to.y + 30, { steps: 8 });
      await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 4 });
      await page.mouse.up();
      await step(page, '决定许可申请').click();
      await page.getByLabel('到“审核许可申请”的条件').fill('材料不齐，退回');
      await saved(page);
      await page.inspect('process-map-mouse');
    });

    await act('steps are drawn by the keyboard', async () => {
      const before = await page.locator('.react-flow__node-step').count();
      await page.locator('.react-flow__node-step').first().focus();
      await page.keyboard.press('n');
      await page.locator('.react-flow__node-step:focus').waitFor();
      await fillName(page, '材料补正');
      await page.keyboard.press('c');
      await page.locator('.map-connect input:focus').waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
      await saved(page);
      await page.inspect('process-map-keyboard');
      const after = await page.locator('.react-flow__node-step').count();
      if (after !== before + 1) throw new Error(`${before} steps, then ${after}`);
      // Between five steps, back twice, and from and to the circles.
      const lines = await page.locator('.react-flow__edge').count();
      if (lines !== 8) throw new Error(`${lines} lines are drawn`);
    });

    await act('the table says the same', async () => {
      await page.getByText('表', { exact: true }).click();
      await page.getByLabel('第 2 行环节名称').waitFor();
      const name = await page.getByLabel('第 2 行环节名称').inputValue();
      if (name !== '材料补正') throw new Error(`the second row is ${name}`);
      await page.inspect('process-table');
      await page.getByText('图', { exact: true }).click();
    });
    for (const lanes of ['按岗位', '按部门']) {
      await act(`lanes ${lanes}`, async () => {
        await page.getByRole('combobox', { name: '泳道' }).click();
        await page.getByText(`泳道：${lanes}`).last().click();
        await page.inspect(`process-lanes-${lanes === '按岗位' ? 'post' : 'unit'}`);
      });
    }
    await act('what is published is shown before, and leads to the page of the power', async () => {
      await page.getByRole('button', { name: '发布…' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('rowheader', { name: '材料补正' }).waitFor();
      await dialog.getByText('新增').first().waitFor();
      await page.inspect('process-publish');
      await dialog.getByRole('button', { name: '发布', exact: true }).click();
      await page.waitForURL((url) => url.pathname === power);
      await page.getByText('流程已发布为第 1 版').waitFor();
    });

    await act('a file is read into the draft, and that is undone', async () => {
      await page.goto(`${power}/process`);
      await settled(page);
      const before = await page.locator('.react-flow__node-step').count();
      await page.getByRole('button', { name: '导入 BPMN' }).click();
      const dialog = page.getByRole('dialog');
      const file = { name: '流程.bpmn', mimeType: 'application/xml', buffer: Buffer.from(sample) };
      await dialog.getByLabel('BPMN 文件').setInputFiles(file);
      await dialog.getByText('窗口受理：2 个环节，1 条流向').waitFor();
      await dialog.getByText('数据').first().waitFor();
      await page.inspect('process-bpmn');
      await dialog.getByRole('button', { name: '替换草稿' }).click();
      await step(page, '一次性告知').waitFor();
      await saved(page);
      await page.getByRole('button', { name: '撤销' }).click();
      await step(page, '材料补正').waitFor();
      await saved(page);
      const after = await page.locator('.react-flow__node-step').count();
      if (after !== before) throw new Error(`${before} steps, then ${after}`);
    });
    await act('another version shows what of it changed', async () => {
      await step(page, '材料补正').click();
      await page.locator('.map-side [data-field=name]').fill('一次性告知补正');
      await saved(page);
      await page.getByRole('button', { name: '发布…' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('rowheader', { name: '一次性告知补正' }).waitFor();
      await page.inspect('process-publish-second');
      await dialog.getByRole('button', { name: '发布', exact: true }).click();
      await page.getByText('流程已发布为第 2 版').waitFor();
    });
    await act('another editor shows all of what is exported, and gives it back', async () => {
      await page.goto(`${power}/process`);
      await settled(page);
      await page.getByRole('button', { name: '导入 BPMN' }).click();
      const reading = page.getByRole('dialog');
      const file = {
        name: '全流程.bpmn',
        mimeType: 'application/xml',
        buffer: Buffer.from(everything()),
      };
      await reading.getByLabel('BPMN 文件').setInputFiles(file);
      await reading.getByText('许可全流程：10 个环节，14 条流向').waitFor();
      await reading.getByRole('button', { name: '替换草稿' }).click();
      await step(page, '集体决定').waitFor();
      await saved(page);
      await page.getByRole('button', { name: '发布…' }).click();
      await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click();
      await page.getByText('流程已发布为第 3 版').waitFor();
      await settled(page);
      const address = await page.getByRole('link', { name: '导出 BPMN' }).getAttribute('href');
      const xml = await (await page.request.get(address)).text();

      const shown = await openInEditor(page.context(), xml);
      await shown.page.screenshot({ path: join(out, 'process-bpmn-js.png') });
      problems.push(...shown.errors, ...shown.warnings.map((text) => `bpmn-js: ${text}`));
      checkEverything(shown);
      const lost = await missing(shown, xml);
      if (lost.length > 0) throw new Error(`not on the canvas: ${lost.join(', ')}`);

      // What the other editor saves is the same process here.
      const [before, after] = await Promise.all(
        [xml, shown.saved].map((text) => readBack(page, power, text)),
      );
      if (before !== after) throw new Error(`${before}\nbecame\n${after}`);
      await shown.page.close();
    });
    await act('an earlier version is looked at, and printed', async () => {
      await page.goto(power);
      await page.getByRole('combobox', { name: '流程版本' }).click();
      await page
        .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
        .filter({ hasText: /^第 1 版/ })
        .click();
      await settled(page);
      await page.inspect('process-earlier');
      await page.getByRole('button', { name: '导出', exact: true }).click();
      await page.getByRole('menuitem', { name: '打印' }).click();
      await page.waitForURL(/\/process\/print\?version=/);
      await page.getByRole('heading', { level: 1, name: /权力运行流程/ }).waitFor();
      await settled(page);
      await page.inspect('process-print');
    });
    await page.context().close();
  } finally {
    await program.stop();
  }
}
