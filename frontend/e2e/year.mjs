// The yearly work: a campaign is opened, forms are filled in, handed in, returned, corrected
// and reviewed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { forgive, openNotice, openPage, signIn } from './browser.mjs';
import { accounts, settled } from './demo.mjs';
import {
  approveAll,
  attach,
  day,
  explanation,
  frequency,
  handIn,
  likelihood,
  openCampaign,
  openForm,
  saved,
  submit,
  titles,
  type,
} from './forms.mjs';
import { hold, plan } from './meeting.mjs';
import { printed, startDemo } from './program.mjs';

/** Who is signed in, as the head of the page says. */
async function nameOf(page) {
  const label = await page.getByRole('button', { name: /^账户菜单：/ }).getAttribute('aria-label');
  return label.split('：')[1];
}

/** Opens a form through the notice that it is filed, once the notice has come. */
async function openFiled(page, title) {
  await openNotice(page, new RegExp(`${title}已备案`));
  await page.waitForURL(/\/forms\/[^/]+$/);
  await page.getByText('已备案').first().waitFor();
  await settled(page);
}

/** Ends the campaign that is shown, or puts it away. */
async function end(page, act, picture) {
  await page.getByRole('button', { name: act, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('理由').fill('改按新的安排进行');
  if (picture) await page.inspect(picture);
  await dialog.getByRole('button', { name: act }).click();
}

export async function year({ binary, browser, folder, out, problems, step }) {
  const program = await startDemo(binary, folder);
  try {
    const people = await accounts(program);
    const open = (who) =>
      openPage(browser, program.base, out, problems).then(async (page) => {
        await signIn(page, who);
        return page;
      });
    const now = Date.now();

    // The demo comes with a campaign under way, so that each page has something on it.
    const pages = {
      head: ['/forms', '/review', '/my-record', '/notices', '/notices/settings'],
      inspector: ['/review', '/feedback', '/objections', '/meetings', '/campaigns'],
      group: ['/review', '/recipes', '/jobs'],
    };
    for (const [who, paths] of Object.entries(pages)) {
      await step(`the pages of the yearly work are there for the account ${who}`, async () => {
        const page = await open(people[who]);
        for (const path of paths) {
          await page.goto(path);
          await page.getByRole('heading', { level: 1 }).waitFor();
          await settled(page);
          await page.inspect(`${who}${path.replaceAll('/', '-')}`);
        }
        await page.goto('/review');
        await page
          .getByRole('link', { name: /表[1-4]/ })
          .first()
          .click();
        await page.waitForURL(/\/review\/[^/]+$/);
        await settled(page);
        await page.inspect(`${who}-review-form`);
        await page.context().close();
      });
    }

    await step(
      'the campaign of the demo is ended, and not put away while forms of it are public',
      async () => {
        const page = await open(people.group);
        await page.goto('/campaigns');
        await page.getByRole('link', { name: /年度廉政风险排查防控$/ }).click();
        await page.getByText('填报进度').first().waitFor();
        await page.inspect('campaign-demo');
        await end(page, '结束', 'campaign-end');
        await page.getByText('已结束').first().waitFor();
        await end(page, '归档');
        await page.getByText(/份表格正在公示/).waitFor();
        await page.inspect('campaign-public');
        await page.context().close();
      },
    );

    await step('the leading group plans a campaign and opens it', async () => {
      const page = await open(people.group);
      await openCampaign(page, '年度专项工作', now);
      await page.inspect('campaign');
      await page.context().close();
    });

    const head = await open(people.head);
    await step('a head fills the first form by the keyboard and hands it in', async () => {
      await head.inspect('home-todo');
      await openForm(head, 'POWERS');
      await head.inspect('form-powers');
      await type(head, 0, frequency, '每月十次');
      await submit(head, 'submit-powers');
    });

    await step('what was typed outlives a reload', async () => {
      await openForm(head, 'PERSONAL');
      await head.getByLabel('廉洁承诺').fill('本人承诺依法履职，不以权谋私。');
      await saved(head);
      await head.reload();
      await head.locator('.paper').waitFor();
      const pledge = await head.getByLabel('廉洁承诺').inputValue();
      if (!pledge.startsWith('本人承诺')) throw new Error(`the pledge reads “${pledge}”`);
      // What the demo holds depends on the hour; its measures may have a frequency alone, and a
      // personal form needs a deadline.
      await head
        .getByText(/^没有问题$|^\d+ 处问题$/)
        .first()
        .waitFor();
      for (const cell of await head.locator('td[data-column][aria-invalid="true"]').all()) {
        await cell.click();
        await head.keyboard.type(day(60));
        await head.keyboard.press('Enter');
      }
      await submit(head, 'submit-personal');
    });

    await step('the forms of risks and measures are handed in', async () => {
      for (const kind of ['RISKS', 'MEASURES']) {
        await openForm(head, kind);
        if (kind === 'RISKS') {
          // A grave one, which a meeting has to decide.
          await type(head, 0, likelihood, '5');
          await saved(head);
        }
        await head.inspect(`form-${kind.toLowerCase()}`);
        await handIn(head);
        await head.getByText('表格已提交').waitFor();
      }
    });

    await step('the leader in charge returns one with a reason', async () => {
      const page = await open(people.incharge);
      await page.goto('/review');
      await page.getByRole('link', { name: new RegExp(titles.POWERS) }).click();
      await page.waitForURL(/\/review\/[^/]+$/);
      await page.getByRole('button', { name: '退回' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('理由').fill('行使频次请按上年实际数填写');
      await page.inspect('return');
      await dialog.getByRole('button', { name: /退回|确定/ }).click();
      await page.getByText('表格已退回').waitFor();
      await page.context().close();
    });

    await step('the head reads why, corrects it and hands it in again', async () => {
      await head.goto('/forms');
      await head.getByText('行使频次请按上年实际数填写').first().waitFor();
      await openForm(head, 'POWERS');
      await type(head, 0, frequency, '每年一百二十次');
      await saved(head);
      await attach(head, 0, frequency, '上年办件统计.csv', '月份,件数\n1,10\n');
      forgive(problems, /status of 400/); // a file that was not what its name said
      await submit(head, 'submit-again');
    });

    await step('a reviewer reads the file of a row, and cannot take it away', async () => {
      const page = await open(people.incharge);
      await page.goto('/review');
      await page.getByRole('link', { name: new RegExp(titles.POWERS) }).click();
      await page.getByText(/^第 1 行：/).waitFor();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: '上年办件统计.csv' }).click(),
      ]);
      const text = readFileSync(await file.path(), 'utf8');
      if (!text.includes('1,10')) throw new Error(`the file reads “${text}”`);
      if (await page.getByRole('button', { name: /移除/ }).count()) throw new Error('removable');
      await page.inspect('review-files');
      await page.context().close();
    });

    // Before the tiers answer: a form of powers without a decided A would be public first, and wait
    // for the leading group after that.
    await step('a meeting decides the gravest together, its head last', async () => {
      const others = [];
      for (const who of [people.group2, people.group3]) {
        const page = await open(who);
        others.push({ page, name: await nameOf(page) });
      }
      const page = await open(people.group);
      const head = await nameOf(page);
      await plan(page, {
        title: '领导小组会议',
        members: [...others.map((o) => o.name), head],
        head,
      });
      await hold(page, { head, others, minutes: '会议听取汇报，逐项表决。' });
      for (const other of others) await other.page.context().close();
      await page.context().close();
    });

    await step('three tiers answer, many forms at once', async () => {
      for (const name of ['incharge', 'leader', 'inspector']) {
        const count = await approveAll(browser, program, out, problems, people[name]);
        if (count !== 4) throw new Error(`${count} forms wait for ${name}`);
      }
    });

    await step('the leading group answers, and the public may read two of the forms', async () => {
      await approveAll(browser, program, out, problems, people.group);
      const anybody = await openPage(browser, program.base, out, problems);
      await anybody.goto('/public/');
      await anybody.inspect('public');
      await anybody
        .locator('tr', { hasText: titles.RISKS.slice(3) })
        .first() // the newest stand first
        .getByRole('link')
        .click();
      await anybody.inspect('public-notice');
      await anybody.getByLabel(/^意见/).fill('公示的风险点与群众反映一致。');
      await anybody.getByRole('button', { name: '提交' }).click();
      await anybody.inspect('public-thanks');
      await anybody.context().close();

      const inspector = await open(people.inspector);
      await inspector.goto('/feedback');
      await inspector.getByText('公示的风险点与群众反映一致。').waitFor();
      const narrow = await inspector.onPhone();
      if (narrow) throw new Error(`${narrow} columns are too narrow on a phone`);
      await inspector.inspect('feedback');
      await inspector.context().close();
    });

    await head.context().close();

    await step('after the window the form is filed, exported and printed', async () => {
      program.type('+12');
      await printed(program, /It is .* now in the demo/);
      const page = await open(people.head); // twelve days outlast a session
      await openFiled(page, titles.RISKS);
      await page.inspect('form-filed');
      await page.getByRole('button', { name: '打印与文件' }).click();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: '导出 xlsx' }).click(),
      ]);
      if (!file.suggestedFilename().endsWith('.xlsx')) throw new Error(file.suggestedFilename());
      await page.goto(`${page.url()}/print`);
      await page.getByText('SHA-256').first().waitFor();
      await page.inspect('form-print');
      await page.pdf({ path: join(out, 'form-print.pdf'), preferCSSPageSize: true });
      await page.context().close();
    });

    await step('next year begins with what was filed', async () => {
      const page = await open(people.group);
      await page.goto('/campaigns');
      await page.getByRole('link', { name: /年度廉政风险排查防控$/ }).click();
      await end(page, '归档');
      await page.getByText('已归档').first().waitFor();
      await openCampaign(page, '下一年度专项工作', now + 366 * 86_400_000, '年度专项工作');
      await page.context().close();
    });

    await step('what differs from last year asks for a reason, the rest for one act', async () => {
      const page = await open(people.head);
      await openForm(page, 'POWERS');
      await type(page, 0, frequency, '每年九十次');
      await saved(page);
      await handIn(page);
      await page.getByText(/有 \d+ 处问题，未能提交/).waitFor();
      await page.inspect('form-next-problems');
      await page.getByLabel('未作改动的行，确认与上年登记一致').check();
      await type(page, 0, explanation, '网上办理分流了窗口的申请');
      await submit(page, 'submit-next');
      await page.goto(page.url().replace('/forms/', '/review/') + '/year');
      await page.getByText('网上办理分流了窗口的申请').waitFor();
      await page.inspect('year-difference');
      await page.context().close();
    });
  } finally {
    await program.stop();
  }
}
