// A leader gives an instruction from the heat map, the head answers it and reports it done, and the leader accepts it.
import { openPage, signIn } from './browser.mjs';
import { accounts, settled } from './demo.mjs';
import { startDemo } from './program.mjs';

/** Opens the dialog of an act, fills in what it asks for and sends it. */
async function act(page, action, texts) {
  await page.getByRole('button', { name: action, exact: true }).click();
  const dialog = page.getByRole('dialog');
  for (const [label, text] of Object.entries(texts)) await dialog.getByLabel(label).fill(text);
  await dialog.getByRole('button', { name: action, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await settled(page);
}

const daysOn = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

export async function instruction({ binary, browser, folder, out, problems, step }) {
  const program = await startDemo(binary, folder, '--documents', 'trusted');
  try {
    const people = await accounts(program);
    const open = async (person) => {
      const page = await openPage(browser, program.base, out, problems);
      await signIn(page, person);
      return page;
    };
    const leader = await open(people.leader);
    const head = await open(people.head);
    let address = '';

    await step(
      'a leader gives an instruction about risk points found in the heat map',
      async () => {
        await head.goto('/supervision');
        await head.waitForURL(/[?&]unit=/);
        const unit = new URL(head.url()).searchParams.get('unit');
        await leader.goto(`/supervision?unit=${unit}`);
        await settled(leader);
        await leader.locator('.drill-path').getByRole('link').last().click();
        const row = leader.locator('.heat-table tr', {
          has: leader.locator(`a[href*="unit=${unit}"]`),
        });
        await row.getByRole('link', { name: /^督办/ }).waitFor();
        await settled(leader);
        await leader.inspect('instruction-heat-map');
        await row.locator('a.heat-cell').first().click();
        await leader.waitForURL(/\/risks\?/);
        await leader.getByRole('main').getByRole('link', { name: '督办', exact: true }).click();
        await leader.waitForURL(/\/instructions\/new\?/);
        await leader.getByLabel('事项').fill('限期整改高风险环节');
        await leader
          .getByRole('textbox', { name: '督办要求' })
          .fill('逐项制定双人复核措施，月底前落实并报告。');
        await settled(leader);
        await leader.inspect('instruction-new');
        await leader.getByRole('button', { name: /^下\s*达$/ }).click();
        await leader.waitForURL(/\/instructions\/(?!new)./);
        await settled(leader);
        address = new URL(leader.url()).pathname;
        await leader
          .getByRole('region', { name: '涉及的风险点' })
          .getByRole('link')
          .first()
          .waitFor();
        await leader.inspect('instruction-given');
      },
    );

    await step('the head finds it, acknowledges it, answers and reports it done', async () => {
      await head.goto('/');
      await head
        .getByRole('link', { name: /限期整改高风险环节/ })
        .first()
        .click();
      await head.waitForURL(new RegExp(address));
      await head.getByRole('button', { name: '签收', exact: true }).click();
      await head.getByText('已签收').first().waitFor();
      await act(head, '答复', { 答复内容: '已安排，本周完成制度修订。' });
      await act(head, '报结', { 办理结果: '措施已全部落实。' });
      await head.getByRole('region', { name: '办理经过' }).getByText('措施已全部落实。').waitFor();
      if (await head.getByRole('button', { name: '验收' }).count())
        throw new Error('who is asked may accept it');
      await head.inspect('instruction-reported');
    });

    await step('the leader returns it once, and accepts it when it is done', async () => {
      await leader.goto('/instructions');
      await leader.getByRole('table', { name: '我下达的督办' }).getByRole('link').first().click();
      await leader.waitForURL(new RegExp(address));
      await act(leader, '退回', { 退回理由: '周末窗口仍单人办理。', 新的办结期限: daysOn(10) });
      await head.reload();
      await act(head, '报结', { 办理结果: '周末窗口已双人办理。' });
      await leader.reload();
      await act(leader, '验收', { 验收意见: '现场查看属实。' });
      await leader.getByText('已办结').first().waitFor();
      const risk = leader.getByRole('region', { name: '涉及的风险点' }).getByRole('link').first();
      await risk.click();
      await leader.waitForURL(/\/risks\/./);
      await leader.getByRole('table', { name: '督办' }).getByText('已办结').waitFor();
      await settled(leader);
      await leader.inspect('instruction-on-risk');
    });
  } finally {
    await program.stop();
  }
}
