// What is amiss is warned of: a head acknowledges and answers a warning, an inspector verifies it, and the leading group
// tries a rule on present data before it keeps it.
import { openPage, signIn } from './browser.mjs';
import { accounts, settled } from './demo.mjs';
import { attachText } from './forms.mjs';
import { startDemo } from './program.mjs';

/** Pages of one browser of somebody, open at addresses, which tell by `kept` whether they were loaded again. */
async function lookOn(open, person, addresses) {
  const first = await open(person);
  const pages = [first];
  for (const address of addresses) {
    const page = pages.length === 1 && address === addresses[0] ? first : await first.another();
    if (page !== first) pages.push(page);
    const stream = page.waitForResponse((response) =>
      (response.headers()['content-type'] ?? '').startsWith('text/event-stream'),
    );
    await page.goto(address);
    await stream;
    await settled(page);
    await page.evaluate(() => (window.kept = true));
  }
  return pages;
}

export async function warning({ binary, browser, folder, out, problems, step }) {
  const program = await startDemo(binary, folder, '--documents', 'trusted');
  try {
    const people = await accounts(program);
    const open = async (person) => {
      const page = await openPage(browser, program.base, out, problems);
      await signIn(page, person);
      return page;
    };
    let address = '';
    let number = '';

    await step('an inspector who looks on sees the answer come while a head gives it', async () => {
      const head = await open(people.head);
      const rows = head.getByRole('table', { name: '待我答复的预警' }).locator('tbody tr');
      // The log is followed every few seconds.
      for (let attempt = 0; attempt === 0 || (await rows.count()) === 0; attempt++) {
        if (attempt === 20) throw new Error('nothing is warned of');
        await head.goto('/warnings');
        await settled(head);
      }
      await head.inspect('warnings');
      await rows.first().getByRole('link').click();
      await head.waitForURL(/\/warnings\/./);
      await settled(head);
      address = new URL(head.url()).pathname;
      // The bureau that counts comes before the number.
      const title = await head.getByRole('heading', { level: 1 }).innerText();
      number = /^\S+ (预警〔\d+〕\d+号)$/.exec(title)?.[1] ?? '';
      if (!number) throw new Error(`the page is called ${title}`);

      const looking = await lookOn(open, people.inspector, [
        '/',
        address,
        '/warnings?state=ANSWERED',
      ]);
      const [home, page, list] = looking;
      const verify = home.locator('.tile').filter({ hasText: '待核实的预警' });
      const before = await verify.locator('.tile-number').innerText();

      await head.getByRole('button', { name: '签收' }).click();
      await head.getByText('已签收').first().waitFor();
      await page.getByText('已签收').first().waitFor();
      await attachText(head, '整改说明.txt', '自三月起双人复核。');
      await head.getByRole('button', { name: '移除 整改说明.txt' }).waitFor();
      await head.getByRole('button', { name: '答复' }).click();
      const dialog = head.getByRole('dialog');
      await dialog.getByLabel('答复内容').fill('已拟定双人复核措施，本月底前落实。');
      await dialog.getByRole('button', { name: '答复' }).click();
      await dialog.waitFor({ state: 'detached' });
      const answered = Date.now();
      await page.getByText('已拟定双人复核措施').first().waitFor();
      await list
        .getByRole('table', { name: '单位的预警' })
        .getByRole('link', { name: number })
        .first()
        .waitFor();
      await verify.getByText(String(Number(before) + 1)).waitFor();
      console.log(`  note: seen ${Date.now() - answered} ms after the answer`);
      await home.getByRole('button', { name: /^通知，\d+ 条未读/ }).waitFor();
      for (const one of looking) {
        if (!(await one.evaluate(() => window.kept))) throw new Error('a page was loaded again');
      }
      await settled(page);
      await page.inspect('warning-seen-live');
      await home.context().close();

      await head.getByRole('button', { name: '答复' }).waitFor({ state: 'detached' });
      // What was handed in stays as it is.
      await head.getByRole('link', { name: '整改说明.txt' }).waitFor();
      await head.getByLabel('添加文件').waitFor({ state: 'detached' });
      await settled(head);
      await head.inspect('warning-answered');
      await head.context().close();
    });

    await step('an inspector finds the answer and verifies it by a day', async () => {
      const inspector = await open(people.inspector);
      await inspector.goto('/warnings?state=ANSWERED');
      await inspector
        .getByRole('table', { name: '单位的预警' })
        .getByRole('link', { name: number })
        .first()
        .waitFor();
      await inspector.goto(address);
      await inspector.getByText('已拟定双人复核措施').first().waitFor();
      await attachText(inspector, '现场说明.txt', '现场属实。');
      await inspector.getByRole('link', { name: '整改说明.txt' }).waitFor();
      await inspector.getByRole('button', { name: '核实' }).click();
      const dialog = inspector.getByRole('dialog');
      await dialog.getByLabel('核实情况').fill('措施已拟定，属实。');
      const day = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
      await dialog.getByLabel('应消除期限').fill(day);
      await dialog.getByRole('button', { name: '核实' }).click();
      await dialog.waitFor({ state: 'detached' });
      await inspector
        .getByRole('region', { name: '办理经过' })
        .getByText('措施已拟定，属实。')
        .waitFor();
      await settled(inspector);
      await inspector.inspect('warning-verified');
      await inspector.context().close();
    });

    await step(
      'a rule is tried on present data, kept with a reason, and switched off',
      async () => {
        const group = await open(people.group);
        await group.goto('/warning-rules');
        await group.getByRole('button', { name: '新增规则' }).click();
        const editor = group.getByRole('region', { name: '新增规则' });
        await editor.getByLabel('规则名称').fill('措施逾期即预警');
        await editor.getByRole('button', { name: '用现有数据试算' }).click();
        await editor.getByText(/按现有数据(将发出|不会发出)/).waitFor();
        await settled(group);
        await group.inspect('warning-rule-tried');
        await editor.getByLabel('理由').fill('先行试点');
        await editor.getByRole('button', { name: '保存并启用' }).click();
        await editor.waitFor({ state: 'detached' });
        const kept = group.locator('.warning-rule').filter({ hasText: '措施逾期即预警' });
        await kept.getByText(/第 1 版.*先行试点/).waitFor();
        await kept.getByRole('button', { name: '停用' }).click();
        const dialog = group.getByRole('dialog');
        await dialog.getByLabel('理由').fill('试点结束');
        await dialog.getByRole('button', { name: /^确\s*[定认]$/ }).click();
        await dialog.waitFor({ state: 'detached' });
        await kept.getByText(/第 2 版.*试点结束/).waitFor();
        await settled(group);
        await group.inspect('warning-rules');
        await group.context().close();
      },
    );
  } finally {
    await program.stop();
  }
}
