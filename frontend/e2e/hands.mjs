// What becomes of acts that wait for a second person when it is not simply confirmed: declined,
// withdrawn, forced by the operator of the server, confirmed as a list, by who stands above.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { forgive, openNotice, openPage, signIn } from './browser.mjs';
import { accounts, settled } from './demo.mjs';
import { day } from './forms.mjs';
import { paper } from './meeting.mjs';
import { demoFolder, printed, startDemo } from './program.mjs';
import { confirm, nameOf, own, pick, row, send } from './second.mjs';

/** Asks for a new first password of an account, which waits. */
async function ask(page, login, password) {
  await page.goto(`/accounts?q=${login}`);
  await row(page, login)
    .first()
    .getByRole('button', { name: /^重置密码/ })
    .click();
  await page.getByRole('dialog').getByLabel('初始密码').fill(password);
  await send(page, '重置密码');
  await row(page, login)
    .getByText(/^待确认：重置密码（/)
    .waitFor();
}

/** Fills in the form of the sign-in without minding what comes of it. */
async function type(page, loginName, password) {
  await page.goto('/sign-in');
  await page.getByLabel('账号').fill(loginName);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
}

/** A page on which a password that was reset is refused, once the reset that was due has been carried out. */
async function refused(loginName, password, open) {
  for (let attempt = 0; ; attempt++) {
    const page = await open();
    await type(page, loginName, password);
    const alert = page.getByRole('alert');
    const home = page.getByRole('heading', { name: '首页', level: 1 });
    // A session that the reset ends in this moment leads back to the sign-in without a word.
    await alert
      .or(home)
      .first()
      .waitFor({ timeout: 5_000 })
      .catch(() => {});
    if (await alert.isVisible()) return page;
    await page.context().close();
    if (attempt === 20) throw new Error('the old password still opens the account');
  }
}

/** A leader declines an act that they were notified of. */
async function decline(page, kind, reason, picture) {
  await page.waitForURL('**/acts');
  const act = row(page.getByRole('region', { name: '待我确认的事项' }), kind).first();
  await act.getByRole('button', { name: new RegExp(`^驳回 ${kind}`) }).click();
  await page.getByRole('dialog').getByLabel('驳回理由').fill(reason);
  if (picture) await page.inspect(picture);
  await send(page, '驳回');
  await page.getByText('事项已驳回').waitFor();
}

async function declined({ open, people, step }) {
  const admin = await open(people.sysadmin);
  await step('a reset is declined with a reason, and the old password stands', async () => {
    await ask(admin, 'head', 'Never-in-use-2026');
    const leader = await open(people.leader);
    await openNotice(leader, /“重置密码”.*待您确认/);
    await decline(leader, '重置密码', '本人没有申请', 'acts-decline');
    await leader.context().close();
    await openNotice(admin, /“重置密码”.*已驳回/);
    await own(admin, '重置密码', '已驳回');
    await row(admin, '重置密码').getByText('本人没有申请').first().waitFor();
    await (await open(people.head)).context().close();
  });
  await step('who began an act withdraws it, and nobody is asked any more', async () => {
    await ask(admin, 'head', 'Never-in-use-2027');
    await admin.goto('/acts');
    await admin
      .getByRole('region', { name: '我提请的事项' })
      .getByRole('button', { name: /^撤回 重置密码/ })
      .click();
    await admin.inspect('acts-withdraw');
    await send(admin, '撤回');
    await admin.getByText('事项已撤回').waitFor();
    await own(admin, '重置密码', '已撤回');
    const leader = await open(people.leader);
    await leader.goto('/acts');
    await leader.getByText('没有待确认的事项').waitFor();
    await leader.context().close();
    await (await open(people.head)).context().close();
  });
  await admin.context().close();
}

/** Somebody who has no account leads a unit: who stands above gives their word. */
async function above({ open, people, step }) {
  const admin = await open(people.sysadmin);
  await step('who stands above gives the word of a leader who cannot', async () => {
    await admin.goto('/security');
    await admin.getByRole('button', { name: '新建委托' }).click();
    const dialog = admin.getByRole('dialog');
    await pick(admin, '委托人', '崔彦斌');
    await pick(admin, '受托人', '毛慧敏');
    await dialog.getByLabel('开始日期').fill(day(0));
    await dialog.getByLabel('结束日期').fill(day(5));
    await dialog.getByLabel('委托理由').fill('住院治疗,本人不能登录');
    await send(admin, '保存');
    await admin.getByText('委托已提交，经委托人或其上级确认后生效').waitFor();
    await confirm(await open(), people.leader, '委托审核', 'above');
    await own(admin, '委托审核', '已确认');
    const deputy = await open(people.group2);
    await deputy.goto('/review');
    await deputy.getByText(/^崔彦斌 委托 毛慧敏/).waitFor();
    await deputy.context().close();
  });
  await admin.context().close();
}

/** Opens the page of a unit. */
async function unit(page, search, name) {
  await page.goto('/organisation');
  await page.getByLabel('查找单位').fill(search);
  await page
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .first()
    .click();
  await page.getByRole('heading', { name }).waitFor();
  await settled(page);
}

async function list({ open, people, folder, step }) {
  const admin = await open(people.sysadmin);
  const held = () =>
    admin.getByRole('row').filter({ hasText: '导入甲' }).filter({ hasText: '分管' });
  await step('an imported list of leaders is confirmed once, as a whole', async () => {
    const file = join(folder, 'leaders.csv');
    writeFileSync(
      file,
      '工号,姓名,职务,单位/部门,领导分工,分管部门\n' +
        'E2E-901,导入甲,副局长,DJ-10,分管领导,DJ-10\n' +
        'E2E-902,导入乙,处长,DJ-11,部门负责人,DJ-11\n',
    );
    await admin.goto('/import');
    await admin.locator('input[type=file]').setInputFiles(file);
    await admin.getByText(/将新增 \d+ 项/).waitFor();
    await admin.getByRole('button', { name: '确认写入' }).click();
    await admin.getByText('共 2 项，待他人整体确认后生效').waitFor();
    await admin.inspect('import-waits');
    await unit(admin, '财务与资产', '财务与资产管理处');
    if (await held().count()) throw new Error('the portfolio is held already');
    await confirm(await open(), people.leader, '导入任职名单', 'list');
    await own(admin, '导入任职名单', '已确认');
    await unit(admin, '财务与资产', '财务与资产管理处');
    await held().first().waitFor();
  });
  await admin.context().close();
}

async function move({ open, people, step }) {
  const admin = await open(people.sysadmin);
  await step('a unit is moved once somebody else has confirmed it', async () => {
    await unit(admin, '采购与基建', '采购与基建办公室');
    await admin.getByRole('button', { name: '移动', exact: true }).click();
    const dialog = admin.getByRole('dialog');
    await dialog.getByLabel('新的上级').fill('望澜市');
    await admin.locator('.ant-select-tree-title', { hasText: '望澜市' }).first().click();
    await admin.inspect('unit-move');
    await send(admin, '移动');
    await admin.getByText('采购与基建办公室 的移动待他人确认后生效').waitFor();
    await own(admin, '移动单位', '待确认');
    const path = () => admin.getByText('望澜市市场监督管理局').count();
    await unit(admin, '采购与基建', '采购与基建办公室');
    await confirm(await open(), people.leader, '移动单位', 'move');
    await own(admin, '移动单位', '已确认');
    await unit(admin, '采购与基建', '采购与基建办公室');
    if ((await path()) === 0) throw new Error('the unit stands where it stood');
  });
  await admin.context().close();
}

/** A meeting where two votes come from paper and are countersigned. */
async function votes({ open, people, step }) {
  await step('votes from paper count once another member has countersigned them', async () => {
    const group = await open(people.group);
    const second = await open(people.group2);
    const third = await open(people.group3);
    const names = [];
    for (const page of [group, second, third]) names.push(await nameOf(page));
    await paper({ group, second, third, names });
    for (const page of [group, second, third]) await page.context().close();
  });
}

/** Runs a command of the program on the demonstration's database, with a line on its input. */
function operator(binary, folder, line, ...args) {
  const child = spawn(
    binary,
    [...args, '--database', `sqlite:${join(demoFolder(folder), 'demo.db')}`],
    {
      cwd: folder,
      env: { ...process.env, TMPDIR: folder },
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  child.stdin.end(`${line}\n`);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve(said) : reject(new Error(`${args.join(' ')}: ${code}\n${said}`)),
    );
  });
}

async function breakGlass({ binary, program, folder, open, people, problems, step }) {
  const force = async (password) => {
    const said = await operator(
      binary,
      folder,
      password,
      'user',
      'reset-password',
      'incharge',
      '--break-glass',
    );
    if (!/takes effect at .* unless it is declined/.test(said)) throw new Error(said);
  };
  await step('the operator breaks the glass, it is announced, and a leader declines', async () => {
    await force('Broken-glass-2026');
    const leader = await open(people.leader);
    await openNotice(leader, /服务器操作员提出“重置密码”/);
    await leader.waitForURL('**/acts');
    await leader.inspect('acts-break-glass');
    await decline(leader, '重置密码', '未经核实');
    await leader.context().close();
    await (await open(people.incharge)).context().close();
  });
  await step('nobody declines, and it takes effect after three days, not before', async () => {
    await force('Broken-glass-2027');
    await (await open(people.incharge)).context().close();
    program.type('+10');
    await printed(program, /ten days|10/);
    const page = await refused('incharge', people.incharge.password, open);
    forgive(problems, /status of 40[013]/);
    await type(page, 'incharge', 'Broken-glass-2027');
    await page.getByRole('heading', { name: '修改密码', level: 1 }).waitFor();
    await page.context().close();
  });
}

export async function hands({ binary, browser, folder, out, problems, step }) {
  const program = await startDemo(binary, folder, '--documents', 'trusted');
  try {
    const people = await accounts(program);
    const open = async (who) => {
      const page = await openPage(browser, program.base, out, problems);
      if (who) await signIn(page, who);
      return page;
    };
    const all = { binary, program, folder, open, people, problems, step };
    for (const part of [declined, above, list, move, votes, breakGlass]) await part(all);
  } finally {
    await program.stop();
  }
}
