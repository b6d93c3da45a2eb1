// A meeting decides a grade together.

/** Chooses people by name in a field that asks the server while one types. */
async function choose(page, field, names) {
  for (const name of names) {
    await page.getByLabel(field).click();
    await page.keyboard.type(name);
    await page
      .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
      .filter({ hasText: `${name}（` })
      .first()
      .click();
    await page.keyboard.press('Escape');
  }
}

/** Plans a meeting and puts the first risk point that waits for one on its agenda. */
export async function plan(page, { title, members, head }) {
  await page.goto('/meetings/new');
  await page.getByLabel('会议名称').fill(title);
  await choose(page, '会议成员', members);
  await choose(page, '主持人', [head]);
  await page.inspect('meeting-new');
  await page.getByRole('button', { name: '筹备会议' }).click();
  await page.waitForURL(/\/meetings\/(?!new)[^/]+$/);
  await page
    .getByRole('button', { name: /^列入议程 / })
    .first()
    .click();
  await page.getByRole('button', { name: '保存议程' }).click();
  await page.getByText('议程已保存').waitFor();
  await page.inspect('meeting-agenda');
}

/** Everybody is there and votes signed in, the head last; the minutes end the meeting. */
export async function hold(page, { head, others, minutes }) {
  await page.getByRole('button', { name: '登记到会并开始会议' }).click();
  await page.getByText('会议开始').first().waitFor();
  for (const { page: own, name } of others) {
    await own.goto(page.url());
    await own.getByRole('button', { name: `${name} 赞成` }).click();
    await own.getByText('赞成').first().waitFor();
  }
  await page.reload();
  await page.getByRole('button', { name: `${head} 赞成` }).click();
  await page.inspect('meeting-votes');
  await page.getByRole('button', { name: '登记审定结果' }).click();
  const settle = page.getByRole('dialog');
  await settle.getByLabel('理由').fill('会议一致同意');
  await settle.getByRole('button', { name: '登记审定结果' }).click();
  await page.getByText('议项已审定').first().waitFor();
  await page.getByRole('button', { name: '结束会议' }).click();
  const end = page.getByRole('dialog');
  await end.getByLabel('会议纪要').fill(minutes);
  await end.getByRole('button', { name: '结束会议' }).click();
  await page.getByText('会议已结束').first().waitFor();
  await page.inspect('meeting-closed');
  await page.goto(`${page.url()}/sheet`);
  await page.getByText(minutes).waitFor();
  await page.inspect('meeting-sheet');
}

/**
 * The keeper of the minutes records the votes of two members from paper; a member countersigns
 * them, and the recorder cannot. The head votes last.
 */
export async function paper({ group, second, third, names: [head, other, absent] }) {
  await plan(group, { title: '书面表决会', members: [other, absent, head], head });
  await group.getByRole('button', { name: '登记到会并开始会议' }).click();
  await group.getByText('会议开始').first().waitFor();
  await second.goto(group.url());
  await second.getByRole('button', { name: `${other} 赞成` }).click();
  await second.getByText('赞成').first().waitFor();
  await group.reload();
  await group.getByText('书面表决登记').waitFor();
  await group.getByRole('button', { name: `${absent} 赞成` }).click();
  await group.getByText('书面表决，待核签').waitFor();
  await group.getByRole('button', { name: `${head} 赞成` }).click();
  await group.getByText('须由登记人以外的成员核签后计票').waitFor();
  await group.inspect('meeting-paper');
  if (await group.getByRole('button', { name: '登记审定结果' }).count()) {
    throw new Error('a vote that nobody countersigned counts');
  }
  await third.goto(group.url());
  await third.getByRole('button', { name: '核签书面表决' }).click();
  await third.getByText('书面表决，已核签').waitFor();
  await group.reload();
  await group.getByRole('button', { name: '登记审定结果' }).click();
  const settle = group.getByRole('dialog');
  await settle.getByLabel('理由').fill('会议一致同意');
  await settle.getByRole('button', { name: '登记审定结果' }).click();
  await group.getByText('议项已审定').first().waitFor();
  await group.goto(`${group.url()}/sheet`);
  await group.getByText('书面').first().waitFor();
  await group.inspect('meeting-paper-sheet');
}
