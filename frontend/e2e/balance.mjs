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
    await page.locator('.ant-select-item-option').first().click();
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
}
