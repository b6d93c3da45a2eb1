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
}
