// Rules documents: a leader registers one, links a measure and issues an edition; who is asked answers the review.
import { openPage, signIn } from './browser.mjs';
import { accounts, settled } from './demo.mjs';
import { startDemo } from './program.mjs';

export async function rulebook({ binary, browser, folder, out, problems, step }) {
  const program = await startDemo(binary, folder, '--documents', 'trusted');
  try {
    const people = await accounts(program);
    const head = await openPage(browser, program.base, out, problems);
    await signIn(head, people.head);
    const dialog = head.getByRole('dialog');
    const day = (days) => new Date(Date.now() + days * 864e5).toISOString().slice(0, 10);

    await step('a head registers a document of rules', async () => {
      await head.goto('/rules-documents');
      await settled(head);
      await head.getByRole('button', { name: '登记制度文件' }).click();
      await dialog.getByLabel('文件名称').fill('资金管理办法');
      await dialog.getByLabel('文号').fill('局发〔2024〕3号');
      await dialog.getByLabel('施行日期').fill('2024-05-01');
      await head.inspect('rules-register');
      await dialog.getByRole('button', { name: /保\s*存/ }).click();
      await head.waitForURL(/\/rules-documents\/[^/]+$/);
      await settled(head);
      await head.getByText('局发〔2024〕3号').first().waitFor();
    });

    await step('a measure is linked with it', async () => {
      await head.getByRole('button', { name: '关联职权或措施' }).click();
      await dialog.getByRole('combobox', { name: '防控措施' }).click();
      await head.locator('.ant-select-item-option').first().click();
      await head.keyboard.press('Escape');
      await dialog.getByRole('button', { name: /^关\s*联$/ }).click();
      await dialog.waitFor({ state: 'detached' });
      await settled(head);
      await head.locator('th.rules-thing a').first().waitFor();
    });

    await step('an edition that is in force asks for a review', async () => {
      await head.getByRole('button', { name: '发布新版本' }).click();
      await dialog.getByLabel('施行日期').fill(day(-1));
      await dialog.getByLabel('修改内容').fill('第三条增加双人复核');
      await dialog.getByRole('button', { name: /^发\s*布$/ }).click();
      await dialog.waitFor({ state: 'detached' });
      for (let tries = 0; tries < 20; tries++) {
        await head.reload();
        await settled(head);
        if ((await head.getByRole('button', { name: /^答复：/ }).count()) > 0) break;
      }
      await head.getByRole('button', { name: /^答复：/ }).waitFor();
      await head.inspect('rules-document');
      if ((await head.onPhone()) > 0) throw new Error('columns are too narrow on a phone');
    });

    await step('the review is answered', async () => {
      await head.goto('/rules-reviews');
      await settled(head);
      await head.inspect('rules-reviews');
      await head.locator('table a[href^="/rules-reviews/"]').first().click();
      await head.waitForURL(/\/rules-reviews\/[^/]+$/);
      await settled(head);
      await head.inspect('rules-review');
      await head.getByRole('button', { name: /^答\s*复$/ }).click();
      await dialog.getByLabel('无需调整').check();
      await dialog.getByLabel('复核情况').fill('措施已要求双人复核');
      await head.inspect('rules-answer');
      await dialog.getByRole('button', { name: /^提\s*交$/ }).click();
      await dialog.waitFor({ state: 'detached' });
      await head.getByText('措施已要求双人复核').waitFor();
      await head.locator('a[href^="/measures/"]').first().click();
      await head.waitForURL(/\/measures\/[^/]+$/);
      await settled(head);
      await head.locator('#rules-title').scrollIntoViewIfNeeded();
      await head.inspect('rules-of-measure');
      await head.goto('/rules-documents');
      await settled(head);
      await head.inspect('rules-documents');
    });
    await head.context().close();
  } finally {
    await program.stop();
  }
}
