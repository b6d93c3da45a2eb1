// Who may do what: a role that a second person confirms, a second factor, sessions, tokens.
import { openPage, signIn } from './browser.mjs';
import { accounts, settled } from './demo.mjs';
import { startDemo } from './program.mjs';
import { confirm } from './second.mjs';
import { totp } from './totp.mjs';

const row = (page, name) => page.getByRole('row').filter({ hasText: name });

async function menu(page, entry) {
  await page.getByRole('button', { name: /^账户菜单：/ }).click();
  await page.getByRole('button', { name: entry }).click();
  if (entry === '退出登录') await page.waitForURL('**/sign-in*');
}

/** The first step of a sign-in that a second one follows. */
async function firstFactor(page, { loginName, password }) {
  await page.getByLabel('账号').fill(loginName);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { name: '二次验证', level: 1 }).waitFor();
}

async function closed(dialog) {
  await dialog.waitFor({ state: 'hidden' });
}

export async function access({ binary, browser, folder, out, problems, step }) {
  const program = await startDemo(binary, folder, '--documents', 'trusted');
  const open = () => openPage(browser, program.base, out, problems);
  try {
    const people = await accounts(program);
    const security = await open();

    await step('the security administrator grants a role, which waits', async () => {
      await signIn(security, people.secadmin);
      await security.goto('/accounts?q=staff');
      const staff = row(security, 'staff');
      await staff.getByRole('button', { name: /^授予角色/ }).click();
      const dialog = security.getByRole('dialog');
      await dialog.getByLabel('角色').click();
      await security.locator('.ant-select-item-option').getByText('纪检监察').click();
      await dialog.getByLabel('单位').fill('法规');
      await security.locator('.ant-select-tree-title').first().click();
      await dialog.getByRole('button', { name: '授予角色' }).click();
      await dialog.getByText('请填写授权理由').waitFor();
      await dialog.getByLabel('授权理由').fill('接替调离的纪检干部');
      await security.inspect('grant');
      await dialog.getByRole('button', { name: '授予角色' }).click();
      await closed(dialog);
      await staff.getByText('待确认', { exact: true }).waitFor();
      await staff.getByText(/^待确认：授予角色（/).waitFor();
      if (await staff.getByRole('button', { name: /^确认/ }).count()) {
        throw new Error('who granted it may confirm it');
      }
      await staff.getByRole('button', { name: /^驳回/ }).waitFor();
      await security.inspect('accounts-pending');
    });

    await step('a leader confirms it without seeing accounts', async () => {
      const leader = await open();
      await signIn(leader, people.leader);
      const nav = leader.getByRole('navigation', { name: '主导航' });
      if (await nav.getByText('账户与角色').count()) throw new Error('the menu shows accounts');
      await nav.getByText('待我确认').click();
      const grant = row(leader, 'staff');
      await grant.getByText('接替调离的纪检干部').waitFor();
      await leader.inspect('grants');
      await grant.getByRole('button', { name: /^确认/ }).click();
      const dialog = leader.getByRole('dialog');
      await leader.inspect('grant-confirm');
      await dialog.getByRole('button', { name: '确认' }).click();
      await closed(dialog);
      await leader.getByText('没有待确认的事项').waitFor();
      await leader.context().close();
      await security.reload();
      await row(security, 'staff').getByText('已生效').waitFor();
    });

    await step('the role is revoked, with a reason', async () => {
      const staff = row(security, 'staff');
      await staff.getByRole('button', { name: /^撤销 纪检监察/ }).click();
      const dialog = security.getByRole('dialog');
      await dialog.getByLabel('撤销理由').fill('原任干部返岗');
      await dialog.getByRole('button', { name: '撤销' }).click();
      await closed(dialog);
      await security.context().close();
    });

    const own = await open();
    let secret = '';
    let used = '';
    let recovery = '';
    await step('a second factor is set up with an app', async () => {
      await signIn(own, people.city);
      await menu(own, '账户安全');
      await own.getByRole('heading', { name: '账户安全', level: 1 }).waitFor();
      await settled(own);
      await own.inspect('security');
      await own.getByRole('button', { name: '设置二次验证' }).click();
      const dialog = own.getByRole('dialog');
      await dialog.getByLabel('当前密码').fill('not-my-password-1');
      await dialog.getByRole('button', { name: '下一步' }).click();
      await dialog.getByText('密码不正确').waitFor();
      await dialog.getByLabel('当前密码').fill(people.city.password);
      await dialog.getByRole('button', { name: '下一步' }).click();
      secret = (await dialog.locator('.enrol-secret').innerText()).replaceAll(' ', '');
      await own.inspect('second-factor-app');
      used = totp(secret);
      await dialog.getByLabel('验证码').fill(used);
      await dialog.getByRole('button', { name: '启用' }).click();
      const codes = dialog.getByRole('list', { name: '恢复码' }).getByRole('listitem');
      await codes.first().waitFor();
      recovery = (await codes.first().innerText()).trim();
      await own.inspect('recovery-codes');
      await own.keyboard.press('Escape');
      const [file] = await Promise.all([
        own.waitForEvent('download'),
        dialog.getByRole('button', { name: '下载文件' }).click(),
      ]);
      if (file.suggestedFilename() !== 'sineng-city.txt') throw new Error('a file of another name');
      await dialog.getByRole('button', { name: '已妥善保存' }).click();
      await closed(dialog);
      await own.getByText('已启用', { exact: true }).waitFor();
    });

    await step('signing in then takes a code, and leads to where one wanted to go', async () => {
      await menu(own, '退出登录');
      await own.goto('/measures');
      await firstFactor(own, people.city);
      await own.goto('/risks');
      await own.getByRole('heading', { name: '二次验证', level: 1 }).waitFor();
      await own.getByLabel('验证码').fill(used);
      await own.getByRole('button', { name: '登录', exact: true }).click();
      await own.getByText('验证码不正确或已被使用').waitFor();
      await own.inspect('sign-in-code');
      await own.getByLabel('验证码').fill(totp(secret, 1));
      await own.getByRole('button', { name: '登录', exact: true }).click();
      await own.waitForURL('**/risks');
    });

    await step('a recovery code takes its place', async () => {
      await menu(own, '退出登录');
      await firstFactor(own, people.city);
      await own.getByRole('button', { name: /使用恢复码/ }).click();
      await own.getByLabel('恢复码').fill(recovery);
      await own.keyboard.press('Enter');
      await own.getByRole('heading', { name: '首页', level: 1 }).waitFor();
      await own.goto('/security');
      await own.getByText('还有 9 个恢复码').waitFor();
    });

    await step('a token reads until it is revoked', async () => {
      await own.getByRole('button', { name: '新建访问令牌' }).click();
      const dialog = own.getByRole('dialog');
      await dialog.getByLabel('名称').fill('月度报表');
      await dialog.getByRole('button', { name: '创建' }).click();
      await dialog.getByText('请填写权限范围').waitFor();
      await dialog.getByText('审计日志（限审计员）').click();
      await dialog.getByRole('button', { name: '创建' }).click();
      await dialog.getByText(/不能授予您本人在该单位不具备的权限范围/).waitFor();
      await dialog.getByText('审计日志（限审计员）').click();
      await dialog.getByText(/^风险统计：/).click();
      await own.inspect('token-new');
      await dialog.getByRole('button', { name: '创建' }).click();
      const token = await own.locator('[data-secret]').innerText();
      await own.inspect('token-secret');
      await own.getByRole('button', { name: '已妥善保存' }).click();
      const ask = () =>
        fetch(`${program.base}/graphql`, {
          method: 'POST',
          headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
          body: JSON.stringify({ query: '{ viewer { actions } }' }),
        });
      const { data } = await (await ask()).json();
      if (!data?.viewer.actions.includes('READ_OVERVIEW'))
        throw new Error('the token reads nothing');
      await own.getByRole('button', { name: '吊销 月度报表' }).click();
      await own.getByRole('dialog').getByRole('button', { name: '吊销' }).click();
      await row(own, '月度报表').getByText('已吊销').waitFor();
      if ((await ask()).status !== 401) throw new Error('the revoked token still reads');
      await own.inspect('security-used');
    });

    const admin = await open();
    await step(
      'who lost the app gets in again after a reset, which a leader confirms',
      async () => {
        await signIn(admin, people.sysadmin);
        await admin.goto('/accounts?q=city');
        const city = row(admin, 'city');
        await city.getByRole('button', { name: /^重置二次验证/ }).click();
        const dialog = admin.getByRole('dialog');
        await dialog.getByLabel('理由').fill('手机丢失，已当面核实');
        await dialog.getByRole('button', { name: '重置二次验证' }).click();
        await closed(dialog);
        await city.getByText(/^待确认：重置二次验证（/).waitFor();
        await city.getByText('二次验证已启用').waitFor();
        await confirm(await open(), people.leader, '重置二次验证');
        await admin.reload();
        await city.getByText('二次验证未启用').waitFor();
      },
    );

    await step('a session is ended from another', async () => {
      await signIn(own, people.city);
      const other = await open();
      await signIn(other, people.city);
      await own.goto('/security');
      await own.getByRole('button', { name: /^退出 Chrome/ }).click();
      await own.getByText('该设备已退出登录').waitFor();
      await other.reload();
      await other.waitForURL('**/sign-in*');
      await other.context().close();
    });

    await step('an account is disabled and enabled, an administrator is out of reach', async () => {
      const city = row(admin, 'city');
      const dialog = admin.getByRole('dialog');
      await city.getByRole('button', { name: /^停用/ }).click();
      await dialog.getByLabel('理由').fill('调离');
      await admin.inspect('account-disable');
      await dialog.getByRole('button', { name: '停用' }).click();
      await closed(dialog);
      await city.getByText('已停用').waitFor();
      await city.getByRole('button', { name: /^启用/ }).click();
      await dialog.getByLabel('理由').fill('返岗');
      await dialog.getByRole('button', { name: '启用' }).click();
      await closed(dialog);
      await city.getByRole('button', { name: /^停用/ }).waitFor();
      await admin.inspect('accounts-admin');
      // The administrators' own accounts are not in their hands.
      await admin.goto('/accounts?q=secadmin');
      await row(admin, 'secadmin').getByText('二次验证未启用').waitFor();
      if (await row(admin, 'secadmin').getByRole('button').count()) throw new Error('it is');
      await admin.context().close();
    });

    await step('a refusal by the identity provider is told in words', async () => {
      await own.goto('/signin?error=OIDC_CANCELLED');
      await own.getByText('您已在统一身份认证处取消登录').waitFor();
      await own.inspect('sign-in-refused');
      await own.context().close();
    });
  } finally {
    await program.stop();
  }
}
