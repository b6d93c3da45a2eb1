// A body splits its power: it switches on a rule of its own, breaks it, sees what would settle it, accepts a conflict for a
// time with a second person, and looks ahead to the days of leave.
import { openPage, signIn } from './browser.mjs';
import { accounts, settled } from './demo.mjs';
import { startDemo } from './program.mjs';
import { confirm } from './second.mjs';

/** A day so many days from now, as it is typed. */
function day(page, days) {
  return page.evaluate(
    (n) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10),
    days,
  );
}

/** Chooses an option of a picker by what it says, the first one where nothing is said. */
async function choose(page, within, label, option = '') {
  await within.getByRole('combobox', { name: label }).click();
  const dropdown = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)');
  await dropdown.locator('.ant-select-item-option').filter({ hasText: option }).first().click();
}

/** Chooses an option of a picker that looks for what is typed. */
async function search(page, within, label, typed, option) {
  await within.getByRole('combobox', { name: label }).fill(typed);
  const dropdown = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)');
  await dropdown
    .locator('.ant-select-item-option')
    .filter({ hasText: typed })
    .filter({ hasText: option })
    .first()
    .click();
}

/** Chooses a unit of a tree of units by a part of its name. */
async function pickUnit(page, within, label, text) {
  await within.getByRole('combobox', { name: label, exact: true }).fill(text);
  await page.locator('.ant-select-tree-title:visible').filter({ hasText: text }).first().click();
}

export async function balancing({ binary, browser, folder, out, problems, step }) {
  const program = await startDemo(binary, folder, '--documents', 'trusted');
  try {
    const people = await accounts(program);
    const open = async (person) => {
      const page = await openPage(browser, program.base, out, problems);
      await signIn(page, person);
      return page;
    };
    const group = await open(people.group);
    await step('a rule of a body is written in plain words, tried and switched on', async () => {
      await group.goto('/balance-rules');
      await group.getByRole('heading', { name: '内置规则' }).waitFor();
      await group.getByRole('button', { name: '草拟规则' }).click();
      const editor = group.getByRole('region', { name: '草拟规则' });
      await editor.getByLabel('名称').fill('受理与办结分开');
      await editor
        .getByLabel('为什么要有这条规则')
        .fill('收件和办结由一人经手，外人看不到中间经过');
      const [left, right] = [0, 1].map((n) => editor.locator('fieldset').nth(n));
      await choose(group, left, '环节类型', '受理');
      await group.keyboard.press('Escape'); // a picker of several stays open
      await choose(group, right, '环节类型', '办结');
      await group.keyboard.press('Escape');
      await editor.getByText('在同一流程内，同一人不得既承办受理环节，又承办办结环节。').waitFor();
      await editor.getByRole('button', { name: '试算' }).click();
      await editor.getByRole('heading', { name: '试算结果' }).waitFor({ timeout: 60_000 });
      await settled(group);
      await group.inspect('rule-tried');
      await editor.getByRole('button', { name: '保存草稿' }).click();
      const own = group.getByRole('region', { name: '自定规则' });
      await own.getByText('受理与办结分开').waitFor();
      await own.getByRole('button', { name: /^启\s*用$/ }).click();
      const dialog = group.getByRole('dialog');
      await dialog.getByLabel('理由').fill('集体研究决定');
      await dialog.getByRole('button', { name: /^启\s*用$/ }).click();
      await own.getByText('变更记录').click();
      await own.getByText('集体研究决定').waitFor();
      await group.inspect('rule-on');
    });
    await group.context().close();

    const leader = await open(people.leader);
    await leader.goto('/balance');
    await leader.waitForURL(/\/units\/[^/]+\/balance/);
    const unit = leader.url().match(/units\/([^/]+)/)[1];
    await step(
      'an appointment that puts both hands into one is told of before and after',
      async () => {
        await leader.goto('/organisation');
        await leader.getByText('采购与基建办公室').first().click();
        const row = (post) => leader.getByRole('row').filter({ hasText: post }).first();
        const buyer = await row('采购组织岗').getByRole('cell').nth(3).innerText();
        await row('验收岗').getByRole('button', { name: /^任命/ }).click();
        const dialog = leader.getByRole('dialog');
        await search(leader, dialog, '人员', buyer, '采购与基建办公室');
        await dialog.getByText(/任职后将产生 [1-9]\d* 个制衡冲突/).waitFor();
        await settled(leader);
        await leader.inspect('appointment-breaks');
        await dialog.getByRole('button', { name: /^任\s*命/ }).click();
        await dialog.waitFor({ state: 'detached' });
        const department = leader.url().match(/unit=([^&]+)/)[1];
        const broke = leader
          .getByRole('region', { name: '制衡冲突' })
          .locator('tbody tr')
          .filter({ hasText: `${buyer}:` })
          .filter({ hasText: '岗位“验收岗”改由' })
          .first();
        // The log is followed every few seconds.
        for (let attempt = 0; attempt === 0 || !(await broke.isVisible()); attempt++) {
          if (attempt === 20) throw new Error('the appointment makes no conflict');
          await leader.goto(`/conflicts?unit=${department}`);
          await leader.getByText('已按最新').waitFor({ timeout: 60_000 });
          await settled(leader);
        }
        await leader.inspect('appointment-broke');

        await leader.goto(`/units/${department}/what-if`);
        const form = leader.getByRole('group', { name: '方案 1', exact: true });
        await choose(leader, form, '变动', '免职');
        await search(leader, form, '人员', buyer, '采购与基建办公室');
        await search(leader, form, '岗位', '验收岗', '采购与基建办公室');
        await leader.getByRole('button', { name: '试算比较' }).click();
        const result = leader.getByRole('region', { name: '比较结果' });
        await result.waitFor({ timeout: 60_000 });
        await result.getByRole('row', { name: /^消除冲突\s*严重 [1-9]/ }).waitFor();
        await result.getByRole('row', { name: /^新增冲突\s*严重 0/ }).waitFor();
        await settled(leader);
        await leader.inspect('relief-settles');
      },
    );

    await step('mergers of departments are compared side by side', async () => {
      await leader.goto(`/units/${unit}/balance`);
      await leader.getByRole('link', { name: '方案试算' }).click();
      await leader.waitForURL(/\/what-if$/);
      await leader.getByRole('button', { name: '再加一个方案' }).click();
      for (const [n, from, into] of [
        [0, '稽查', '许可'],
        [1, '财务', '许可'],
      ]) {
        const form = leader.getByRole('group', { name: `方案 ${n + 1}`, exact: true });
        await pickUnit(leader, form, '被并入的部门', from);
        await pickUnit(leader, form, '并入', into);
      }
      await leader.getByRole('button', { name: '试算比较' }).click();
      const result = leader.getByRole('region', { name: '比较结果' });
      await result.waitFor({ timeout: 60_000 });
      await result.getByRole('columnheader', { name: '方案 2' }).waitFor();
      await settled(leader);
      await result.scrollIntoViewIfNeeded();
      await leader.inspect('mergers-compared');
    });

    await step('leave is planned, and the days on which balance collapses are told', async () => {
      await leader.goto(`/units/${unit}/leave`);
      await leader.getByRole('heading', { name: '制衡失效的日子' }).waitFor();
      await leader.getByRole('button', { name: '登记休假计划' }).click();
      const dialog = leader.getByRole('dialog');
      await choose(leader, dialog, '人员');
      await dialog.getByLabel('第一日').fill(await day(leader, 20));
      await dialog.getByLabel('最后一日').fill(await day(leader, 33));
      await dialog.getByRole('button', { name: /确\s*定/ }).click();
      await dialog.waitFor({ state: 'detached' });
      await leader.getByRole('button', { name: /^撤回/ }).first().waitFor();
      await settled(leader);
      await leader.inspect('leave-test');
    });

    await step('a conflict is accepted for a time, and a second person confirms it', async () => {
      await leader.goto(`/conflicts?unit=${unit}`);
      await leader.getByText('已按最新').waitFor({ timeout: 60_000 });
      await leader.getByRole('button', { name: '申请限期接受' }).first().click();
      const dialog = leader.getByRole('dialog');
      await choose(leader, dialog, '补偿措施');
      await dialog.getByLabel('接受至').fill(await day(leader, 60));
      await dialog.getByLabel('理由').fill('人手不足，先由双人抽查补偿');
      await dialog.getByRole('button', { name: /确\s*定/ }).click();
      await leader.getByText('已申请限期接受，待确认').first().waitFor();
      await leader.inspect('conflict-waits');
      const second = await openPage(browser, program.base, out, problems);
      await confirm(second, people.group, '限期接受制衡冲突');
      await leader.reload();
      const accepted = leader.getByText('接受至', { exact: true }).first();
      await accepted.waitFor();
      await accepted.scrollIntoViewIfNeeded();
      await leader.inspect('conflict-accepted');
    });
    await leader.context().close();
  } finally {
    await program.stop();
  }
}
