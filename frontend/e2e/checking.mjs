// Supervisors look at what stands in the register: the leading group sets the rhythm, the principal leader makes a check on
// the sample that the program draws, and a head sees what is theirs.
import { openPage, signIn } from './browser.mjs';
import { accounts, settled } from './demo.mjs';
import { attachText } from './forms.mjs';
import { startDemo } from './program.mjs';

export async function checking({ binary, browser, folder, out, problems, step }) {
  const program = await startDemo(binary, folder, '--documents', 'trusted');
  try {
    const people = await accounts(program);
    const open = async (person) => {
      const page = await openPage(browser, program.base, out, problems);
      await signIn(page, person);
      return page;
    };
    const group = await open(people.group);
    await step(
      'a body sets how it is supervised, and what is wrong is named at its field',
      async () => {
        await group.goto('/checks/plan');
        await group.getByText('现行：系统自带的安排').waitFor();
        await settled(group);
        await group.inspect('supervision-plan');
        await group.getByRole('button', { name: '设定监督计划' }).click();
        const dialog = group.getByRole('dialog');
        const a = dialog.locator('fieldset').first();
        await a.getByRole('combobox', { name: '由谁检查' }).click();
        await group
          .locator('.ant-select-item-option:visible')
          .filter({ hasText: '部门负责人' })
          .click();
        await dialog.getByLabel('理由').fill('加强对重点部门的检查');
        await dialog.getByRole('button', { name: /^确\s*[定认]$/ }).click();
        await dialog.getByText('该项至少由主要领导检查').waitFor();
        await a.getByRole('combobox', { name: '由谁检查' }).click();
        await group
          .locator('.ant-select-item-option:visible')
          .filter({ hasText: '主要领导' })
          .click();
        await a.getByRole('spinbutton', { name: '抽查' }).fill('2');
        await dialog.getByRole('button', { name: /^确\s*[定认]$/ }).click();
        await dialog.waitFor({ state: 'detached' });
        await group.getByText('加强对重点部门的检查').waitFor();
      },
    );
    await group.context().close();

    const leader = await open(people.leader);
    let department = '';
    await step('a leader sees what is theirs to check, and by which day', async () => {
      const rows = leader.getByRole('table', { name: '监督检查' }).locator('tbody tr');
      // The log is followed every few seconds.
      for (let attempt = 0; attempt === 0 || (await rows.count()) === 0; attempt++) {
        if (attempt === 20) throw new Error('nothing is planned');
        await leader.goto('/checks?grade=A');
        await settled(leader);
      }
      department = await rows.first().getByRole('cell').first().innerText();
      await leader.inspect('checks');
      await leader.getByText('月历').click();
      await leader.getByRole('heading', { name: /到期的检查/ }).waitFor();
      await settled(leader);
      await leader.inspect('checks-month');
      await leader.getByText('列表').click();
      await rows.first().getByRole('link').click();
      await leader.getByRole('heading', { name: `${department}的监督检查` }).waitFor();
    });
    await step(
      'the program draws the sample, and a check that is not complete does not end',
      async () => {
        await leader
          .getByRole('button', { name: '抽取样本,开始检查' })
          .or(leader.getByRole('button', { name: '抽取样本，开始检查' }))
          .click();
        const form = leader.getByRole('region', { name: '检查情况' });
        await form.waitFor();
        await form.getByRole('button', { name: '完成检查' }).click();
        await form.getByText('请写明检查情况和结论').waitFor();
        await form.getByText('还没有检查结果').first().waitFor();
        await form.getByRole('radio', { name: '存在问题' }).first().check();
        await form.getByLabel('检查情况和结论').fill('抽查了重点风险点,总体落实。');
        await form.getByRole('button', { name: /^暂\s*存$/ }).click();
        await leader.getByText('已暂存').first().waitFor();
        await leader.reload();
        await form.waitFor();
        if (!(await form.getByRole('radio', { name: '存在问题' }).first().isChecked()))
          throw new Error('what was found is not kept');
        await attachText(leader, '检查记录.txt', '现场查阅台账三份。');
        await leader.getByRole('button', { name: '移除 检查记录.txt' }).waitFor();
        await settled(leader);
        await leader.inspect('check-open');
        await form.getByLabel('发现的问题或说明').first().fill('双人复核没有留痕。');
        for (const choice of (await form.getByRole('radio', { name: '防控到位' }).all()).slice(1))
          await choice.check();
        await form.getByRole('button', { name: '完成检查' }).click();
        await leader.getByText('已检查').first().waitFor();
        await leader.getByText('双人复核没有留痕').waitFor();
        // The evidence stays, and nothing of it changes any more.
        await leader.getByRole('link', { name: '检查记录.txt' }).waitFor();
        await leader.getByLabel('添加文件').waitFor({ state: 'detached' });
        await leader
          .getByRole('button', { name: '移除 检查记录.txt' })
          .waitFor({ state: 'detached' });
        await settled(leader);
        await leader.inspect('check-done');
      },
    );
    await leader.context().close();

    await step('a head sees what is theirs and how their department was checked', async () => {
      const head = await open(people.head);
      await head.goto('/checks');
      await head.getByRole('table', { name: '监督检查' }).locator('tbody tr').first().waitFor();
      await settled(head);
      await head.inspect('checks-of-head');
      await head.context().close();
    });
  } finally {
    await program.stop();
  }
}
