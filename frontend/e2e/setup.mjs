// An empty database: each of the three administrators signs up by a one-time link of their own.
import { openNotice, openPage, signIn } from './browser.mjs';
import { day } from './forms.mjs';
import { printed, start } from './program.mjs';

const admins = {
  系统管理员: { loginName: 'sysadmin', password: 'First-secret-2026' },
  安全管理员: { loginName: 'secadmin', password: 'Other-secret-2026' },
  审计员: { loginName: 'auditor', password: 'Reads-all-logs-2026' },
};

/** Asks the server as whoever is signed in on a page. */
async function ask(page, query, variables) {
  const response = await page.request.post('/graphql', { data: { query, variables } });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** Makes a unit with a person who is to lead it; gives back the unit. */
async function begin(page) {
  const { createUnit } = await ask(
    page,
    'mutation($i: CreateUnitInput!) { createUnit(input: $i) { unit { id } } }',
    { i: { code: 'QS', name: '起始局', kind: 'BUREAU' } },
  );
  const unitId = createUnit.unit.id;
  const { addPerson } = await ask(
    page,
    'mutation($i: AddPersonInput!) { addPerson(input: $i) { person { id } } }',
    { i: { unitId, name: '周首任', jobTitle: '局长' } },
  );
  const personId = addPerson.person.id;
  await ask(
    page,
    'mutation($i: AssignPortfolioInput!) { assignPortfolio(input: $i) { act { id } } }',
    { i: { unitId, personId, kind: 'PRINCIPAL', from: day(0) } },
  );
  return unitId;
}

/** How many people lead a unit. */
async function leaders(page, id) {
  const { node } = await ask(
    page,
    'query($id: ID!) { node(id: $id) { ... on Unit { portfolios { id } } } }',
    { id },
  );
  return node.portfolios.length;
}

/** An administrator confirms all that was begun before the first leader signs in. */
async function confirmAll(page, picture) {
  await page.goto('/acts');
  const waiting = page.getByRole('region', { name: '初始阶段待确认的事项' });
  await waiting.getByText('周首任').waitFor();
  if (picture) await page.inspect(picture);
  await waiting.getByRole('button', { name: '全部确认' }).click();
  const dialog = page.getByRole('dialog');
  if (picture) await page.inspect(`${picture}-confirm`);
  await dialog.getByRole('button', { name: '确认', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

export async function setUp({ binary, browser, folder, out, problems, step }) {
  const program = await start(binary, ['serve'], folder);
  try {
    const links = {};
    for (const name of Object.keys(admins)) {
      [, links[name]] = await printed(
        program,
        new RegExp(`${name}\\t(http:\\S+/setup\\?token=\\S+)`),
      );
    }
    const page = await openPage(browser, program.base, out, problems);

    await step('each administrator signs up by a link of their own', async () => {
      for (const [name, { loginName, password }] of Object.entries(admins)) {
        await page.goto(links[name]);
        const part = page.getByRole('group', { name });
        await part.getByLabel('账号').fill(loginName);
        await part.getByLabel('密码').fill(password);
        await page.inspect('setup');
        await page.getByRole('button', { name: '注册' }).click();
        await page.waitForURL('**/sign-in');
      }
    });

    await step('a one-time link works once', async () => {
      const response = await page.request.post('/graphql', {
        data: {
          query:
            'mutation($i: SignUpAdministratorInput!) { signUpAdministrator(input: $i) { account { id } } }',
          variables: {
            i: {
              token: new URL(links['审计员']).searchParams.get('token'),
              account: { loginName: 'one', password: 'Another-one-1' },
            },
          },
        },
      });
      if (!(await response.json()).errors) throw new Error('the link worked twice');
    });

    await step('a wrong password is refused in words', async () => {
      await page.getByLabel('账号').fill('sysadmin');
      await page.getByLabel('密码').fill('wrong-password-1');
      await page.getByRole('button', { name: '登录' }).click();
      await page.getByRole('alert').waitFor();
      await page.inspect('sign-in');
    });

    await step('the system administrator sees no risk content', async () => {
      await signIn(page, admins['系统管理员']);
      await page.inspect('home-admin');
      const menu = page.getByRole('navigation', { name: '主导航' });
      if ((await menu.getByText('风险点').count()) > 0) throw new Error('the menu shows risks');
      await menu.getByText('单位与岗位').click();
      await page.getByRole('heading', { name: '单位与岗位', level: 1 }).waitFor();
      await page.inspect('organisation-empty');
    });

    await step('the page speaks English too, and remembers it', async () => {
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('heading', { name: 'Units and posts', level: 1 }).waitFor();
      await page.reload();
      await page.getByRole('heading', { name: 'Units and posts', level: 1 }).waitFor();
      await page.getByRole('button', { name: '简体中文' }).click();
    });

    await step('an own password is changed', async () => {
      await page.getByRole('button', { name: '账户菜单：sysadmin' }).click();
      await page.getByRole('button', { name: '修改密码' }).click();
      await page.getByLabel('当前密码').fill(admins['系统管理员'].password);
      await page.getByLabel('新密码', { exact: true }).fill('Later-secret-2027');
      await page.getByLabel('再次输入新密码').fill('Later-secret-2027');
      await page.inspect('password');
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByRole('heading', { name: '首页', level: 1 }).waitFor();
    });

    await step(
      'the first leader holds office once two administrators have confirmed it',
      async () => {
        const unitId = await begin(page);
        await confirmAll(page, 'start-up');
        await page.getByText('sysadmin 已确认，还须另一名管理员确认').waitFor();
        await page.inspect('start-up-once');
        if (await page.getByRole('button', { name: '全部确认' }).count()) {
          throw new Error('one administrator may confirm twice');
        }
        if ((await leaders(page, unitId)) !== 0) throw new Error('one administrator was enough');
        const security = await openPage(browser, program.base, out, problems);
        await signIn(security, admins['安全管理员']);
        await openNotice(security, /“确定领导分工”.*待您确认/);
        await security.waitForURL('**/acts');
        await confirmAll(security);
        await security.getByText('没有待确认的事项').waitFor();
        await security.context().close();
        if ((await leaders(page, unitId)) !== 1) throw new Error('nobody leads the unit');
      },
    );

    await step('who signs out is asked to sign in', async () => {
      await page.getByRole('button', { name: '账户菜单：sysadmin' }).click();
      await page.getByRole('button', { name: '退出登录' }).click();
      await page.waitForURL('**/sign-in*');
      await page.goto('/organisation');
      await page.waitForURL('**/sign-in?next=%2Forganisation');
    });
    await page.context().close();
  } finally {
    await program.stop();
  }
}
