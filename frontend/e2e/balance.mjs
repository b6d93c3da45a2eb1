// What power is in too few hands: a leader looks at it, and at what an appointment would do to it.

/** Steps on a page on which a leader of the demonstration is signed in. */
export async function balanceSteps({ page, settled, step }) {
  await step('a leader sees what power is in too few hands', async () => {
    await page.goto('/balance');
    await page.getByRole('heading', { name: '制衡冲突' }).waitFor();
    await page.waitForURL(/\/units\/[^/]+\/balance/);
    await page.getByRole('region', { name: '制衡冲突' }).locator('tbody tr').first().waitFor();
    await settled(page);
    await page.inspect('balance');
  });

  await step('an appointment tells what it would do to balance', async () => {
    await page.goto(`/organisation?unit=${page.url().match(/units\/([^/]+)/)[1]}`);
    await page.getByRole('link', { name: '查看制衡情况' }).waitFor();
    await page.getByRole('button', { name: /^任命/ }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: '人员' }).fill('李');
    // Everybody is listed first: a click into a list that is being replaced chooses nobody.
    const people = page.locator('.ant-select-item-option');
    await people.filter({ hasText: '李' }).first().waitFor();
    await people.filter({ hasNotText: '李' }).first().waitFor({ state: 'detached' });
    await people.first().click();
    await dialog.locator('.balance-whatif').waitFor();
    await settled(page);
    await page.inspect('balance-whatif');
    await dialog.getByRole('button', { name: '取消' }).click();
  });

  await step('the conflicts are kept, and counted by unit', async () => {
    await page.goto('/conflicts');
    await page.getByRole('heading', { name: '制衡冲突' }).waitFor();
    const counts = page.getByRole('region', { name: '各单位制衡冲突数' });
    await counts.getByText('已按最新').waitFor({ timeout: 60_000 });
    const numbers = await counts.locator('tbody tr').first().locator('td').allInnerTexts();
    if (!numbers.some((n) => parseInt(n, 10) > 0)) throw new Error(`no conflicts: ${numbers}`);
    await page.getByRole('region', { name: '制衡冲突' }).locator('tbody tr').first().waitFor();
    await settled(page);
    await page.inspect('conflicts');
  });

  await step('one of them is to be accepted for a time, and says what is missing', async () => {
    await page.getByRole('button', { name: '申请限期接受' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /确\s*定/ }).click();
    await dialog.locator('.ant-form-item-explain-error').first().waitFor();
    await dialog.getByRole('combobox', { name: '补偿措施' }).click();
    await page.locator('.ant-select-item-option').first().click();
    await dialog
      .getByLabel('接受至')
      .fill(
        await page.evaluate(() =>
          new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10),
        ),
      );
    await dialog.getByLabel('理由').fill('近期人手不足，先由双人抽查补偿');
    await settled(page);
    await page.inspect('conflict-accept');
    await dialog.getByRole('button', { name: '取消' }).click();
    await dialog.waitFor({ state: 'detached' });
  });

  await step(
    'weakly guarded steps are told by who answers for them, and lead to the map',
    async () => {
      await page.goto('/balance');
      await page.waitForURL(/\/units\/[^/]+\/balance/);
      const list = page.getByRole('region', { name: '设防薄弱环节' });
      await list.locator('tbody tr').first().waitFor();
      await settled(page);
      await list.scrollIntoViewIfNeeded();
      await page.inspect('balance-weak');
      const counts = page.getByRole('region', { name: '各层级负责的薄弱环节' });
      const counted = await counts
        .getByRole('row', { name: /^主要领导/ })
        .getByRole('cell')
        .first()
        .innerText();
      for (const [label, value] of [
        ['负责层级', '主要领导'],
        ['风险等级', /^A /],
      ]) {
        await page.getByRole('combobox', { name: label }).click();
        await page.locator('.ant-select-item-option').filter({ hasText: value }).click();
        await page.keyboard.press('Escape');
      }
      await page.waitForURL((url) => url.search === '?tier=PRINCIPAL_LEADER&grade=A');
      await page
        .getByRole('status')
        .filter({ hasText: `共 ${counted} ` })
        .waitFor();
      await settled(page);
      const tiers = await list.locator('tbody tr td:nth-of-type(3)').allInnerTexts();
      if (tiers.some((tier) => tier !== '主要领导')) throw new Error(`answered for by ${tiers}`);
      const step = list.getByRole('rowheader').first().getByRole('link');
      const name = await step.innerText();
      await step.click();
      await page.waitForURL(/\/powers\/[^/?]+\?step=/);
      await page.getByRole('region', { name: '环节' }).getByText(name).first().waitFor();
      await page
        .locator('.react-flow__node-step:focus')
        .filter({ hasText: name.slice(0, 4) })
        .waitFor();
      await page.inspect('balance-weak-map');
    },
  );
}
