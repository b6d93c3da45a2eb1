// What one person begins and another confirms: a role, a portfolio, a delegation for somebody
// else, a password. Nothing of it is in force before.
import { forgive, openNotice, openPage, signIn } from './browser.mjs';
import { accounts, settled } from './demo.mjs';
import { day } from './forms.mjs';
import { startDemo } from './program.mjs';

const waits = /^待确认：/;
export const row = (page, name) => page.getByRole('row').filter({ hasText: name });

/** Presses the button of the dialog that is open, and waits until the dialog is gone. */
export async function send(page, name) {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Picks a person by name in a field of the dialog that is open. */
export async function pick(page, field, name) {
  await page.getByRole('dialog').getByLabel(field, { exact: true }).click();
  await page.keyboard.type(name);
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
    .filter({ hasText: `${name}（` })
    .first()
    .click();
}

/** How many entries of a list somebody sees. */
async function count(page, path) {
  await page.goto(path);
  await settled(page);
  const foot = page.locator('.list-foot');
  if ((await foot.count()) === 0) return 0;
  return Number((await foot.innerText()).match(/共 (\d+) 条/)?.[1] ?? 0);
}

/** The second person is notified, follows the notice to the page of acts and confirms there. */
export async function confirm(page, who, kind, picture) {
  await signIn(page, who);
  await openNotice(page, new RegExp(`“${kind}”.*待您确认`));
  await page.waitForURL('**/acts');
  await page.getByRole('heading', { name: '待我确认', level: 1 }).waitFor();
  const waiting = page.getByRole('region', { name: '待我确认的事项' });
  const act = row(waiting, kind).first();
  await act.waitFor();
  if (picture) await page.inspect(`acts-${picture}`);
  await act.getByRole('button', { name: new RegExp(`^确认 ${kind}`) }).click();
  if (picture) await page.inspect(`acts-${picture}-confirm`);
  await send(page, '确认');
  await page.getByText('事项已确认并生效').waitFor();
  await waiting.getByText('没有待确认的事项').waitFor();
  await page.context().close();
}

/** What somebody began stands among their own acts in a state, and they alone may not confirm it. */
export async function own(page, kind, state) {
  await page.goto('/acts');
  const act = row(page.getByRole('region', { name: '我提请的事项' }), kind).first();
  await act.getByText(state, { exact: true }).waitFor();
  if (await act.getByRole('button', { name: /^确认/ }).count()) {
    throw new Error('who began it may confirm it');
  }
}

/** The name of the person of an account, as the head of their page says. */
export async function nameOf(page) {
  const label = await page.getByRole('button', { name: /^账户菜单：/ }).getAttribute('aria-label');
  return label.split('：')[1];
}

async function grant({ open, people, step }) {
  const [security, grantee] = [await open(people.secadmin), await open(people.staff)];
  let before = 0;
  await step('a granted role gives nothing while it waits', async () => {
    before = await count(grantee, '/risks');
    await security.goto('/accounts?q=staff');
    await row(security, 'staff')
      .getByRole('button', { name: /^授予角色/ })
      .click();
    const dialog = security.getByRole('dialog');
    await dialog.getByLabel('角色').click();
    await security.locator('.ant-select-item-option').getByText('纪检监察').click();
    await dialog.getByLabel('单位').fill('法规');
    await security.locator('.ant-select-tree-title').first().click();
    await dialog.getByLabel('授权理由').fill('接替调离的纪检干部');
    await send(security, '授予角色');
    await row(security, 'staff').getByText(waits).waitFor();
    await own(security, '授予角色', '待确认');
    const now = await count(grantee, '/risks');
    if (now !== before) throw new Error(`${now} risk points are seen, ${before} before`);
  });
  await step('a leader is notified of it, confirms it, and it is in force', async () => {
    await confirm(await open(), people.leader, '授予角色', 'grant');
    await own(security, '授予角色', '已确认');
    await signIn(grantee, people.staff); // a new role takes a new sign-in
    const now = await count(grantee, '/risks');
    if (now <= before) throw new Error(`${now} risk points are seen, ${before} before`);
  });
  await security.context().close();
  await grantee.context().close();
}

async function portfolio({ open, people, step }) {
  const [admin, gainer] = [await open(people.sysadmin), await open(people.head)];
  const name = await nameOf(gainer);
  const unit = async (page) => {
    await page.goto('/organisation');
    await page.getByLabel('查找单位').fill('财务与资产');
    await page
      .getByRole('button', { name: /^财务与资产管理处/ })
      .first()
      .click();
    await page.getByRole('heading', { name: '财务与资产管理处' }).waitFor();
    await settled(page);
  };
  const held = (page) =>
    page.getByRole('row').filter({ hasText: name }).filter({ hasText: '分管' });
  let before = 0;
  await step('a portfolio gives nothing while it waits, and the unit says so', async () => {
    before = await count(gainer, '/risks');
    await unit(admin);
    await admin.getByRole('button', { name: '指定分工' }).click();
    const dialog = admin.getByRole('dialog');
    await dialog.getByLabel('分工').click();
    await admin.locator('.ant-select-item-option:visible').getByText('分管').click();
    await pick(admin, '人员', name);
    await admin.inspect('portfolio-new');
    await send(admin, '指定分工');
    await admin.getByText('待他人确认，尚未生效').waitFor();
    await admin.getByText(new RegExp(`^${name} 任`)).waitFor();
    if (await held(admin).count()) throw new Error('the portfolio is held already');
    await admin.inspect('unit-waiting');
    await own(admin, '确定领导分工', '待确认');
    const now = await count(gainer, '/risks');
    if (now !== before) throw new Error(`${now} risk points are seen, ${before} before`);
  });
  await step('the principal leader confirms it, and it is in force', async () => {
    await confirm(await open(), people.leader, '确定领导分工', 'portfolio');
    await unit(admin);
    await held(admin).first().waitFor();
    await admin.inspect('unit-confirmed');
    const now = await count(gainer, '/risks');
    if (now <= before) throw new Error(`${now} risk points are seen, ${before} before`);
  });
  await admin.context().close();
  await gainer.context().close();
}

async function delegation({ open, people, step }) {
  const [admin, absent, deputy] = [
    await open(people.sysadmin),
    await open(people.incharge),
    await open(people.group2),
  ];
  const [represented, name] = [await nameOf(absent), await nameOf(deputy)];
  let before = 0;
  await step('a delegation for somebody else lends nothing without their word', async () => {
    if ((await count(absent, '/review')) === 0) throw new Error('no form waits for who is away');
    before = await count(deputy, '/review');
    await admin.goto('/security');
    await admin.getByRole('button', { name: '新建委托' }).click();
    const dialog = admin.getByRole('dialog');
    await pick(admin, '委托人', represented);
    await pick(admin, '受托人', name);
    await dialog.getByLabel('开始日期').fill(day(0));
    await dialog.getByLabel('结束日期').fill(day(10));
    await dialog.getByLabel('委托理由').fill('住院治疗');
    await admin.inspect('delegation-for');
    await send(admin, '保存');
    await admin.getByText('委托已提交，经委托人或其上级确认后生效').waitFor();
    await admin.getByText(new RegExp(`^待确认：${represented} 委托 ${name}`)).waitFor();
    await admin.inspect('delegation-waiting');
    await own(admin, '委托审核', '待确认');
    const now = await count(deputy, '/review');
    if (now !== before) throw new Error(`${now} forms are seen, ${before} before`);
  });
  await step('whoever is represented agrees, and the deputy sees their forms', async () => {
    await confirm(await open(), people.incharge, '委托审核', 'delegation');
    await own(admin, '委托审核', '已确认');
    const now = await count(deputy, '/review');
    if (now <= before) throw new Error(`${now} forms are seen, ${before} before`);
    await deputy.getByText(new RegExp(`^${represented} 委托 ${name}`)).waitFor();
    await deputy.inspect('delegation-deputy');
  });
  for (const page of [admin, absent, deputy]) await page.context().close();
}

async function reset({ open, people, problems, step }) {
  const [admin, owner] = [await open(people.sysadmin), await open(people.inspector)];
  const later = 'Handed-over-2026';
  await step('a password stands until its reset is confirmed', async () => {
    await admin.goto('/accounts?q=inspector');
    await row(admin, 'inspector')
      .getByRole('button', { name: /^重置密码/ })
      .click();
    await admin.getByRole('dialog').getByLabel('初始密码').fill(later);
    await send(admin, '重置密码');
    await row(admin, 'inspector')
      .getByText(/^待确认：重置密码（/)
      .waitFor();
    await admin.inspect('accounts-reset');
    await own(admin, '重置密码', '待确认');
    await (await open(people.inspector)).context().close();
    await owner.reload();
    await owner.getByRole('heading', { name: '首页', level: 1 }).waitFor();
  });
  await step('the principal leader confirms it: the old password and sessions end', async () => {
    await confirm(await open(), people.leader, '重置密码', 'reset');
    await openNotice(admin, /“重置密码”.*已确认/);
    await admin.waitForURL('**/acts');
    await own(admin, '重置密码', '已确认');
    await admin.inspect('acts-own');
    await owner.reload();
    await owner.waitForURL('**/sign-in*');
    const type = async (password) => {
      await owner.getByLabel('账号').fill('inspector');
      await owner.getByLabel('密码').fill(password);
      await owner.getByRole('button', { name: '登录' }).click();
    };
    await type(people.inspector.password);
    await owner.getByRole('alert').waitFor();
    forgive(problems, /status of 40[013]/);
    await type(later);
    await owner.getByRole('heading', { name: '修改密码', level: 1 }).waitFor();
  });
  await admin.context().close();
  await owner.context().close();
}

export async function second({ binary, browser, folder, out, problems, step }) {
  const program = await startDemo(binary, folder, '--documents', 'trusted');
  try {
    const people = await accounts(program);
    const open = async (who) => {
      const page = await openPage(browser, program.base, out, problems);
      if (who) await signIn(page, who);
      return page;
    };
    for (const part of [grant, portfolio, delegation, reset]) {
      await part({ open, people, problems, step });
    }
  } finally {
    await program.stop();
  }
}
