// An administrator corrects a year of the working calendar, sees what changes, and takes it back; a body sets a rule of
// time limits of its own, tries it and withdraws it.
import { openPage, signIn } from './browser.mjs';
import { settled } from './demo.mjs';

/** The notice of 2026, with one holiday a day longer than it was published. */
const notice = `国务院办公厅关于2026年部分节假日安排的通知
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至8日（周四）放假调休，共8天。9月20日（周日）、10月10日（周六）上班。`;

const closed = (dialog) => dialog.waitFor({ state: 'hidden' });
const workingDays = (page, days) =>
  page.locator('.fact', { hasText: '全年工作日' }).getByText(`${days} 天`).waitFor();

export async function clockSteps({ browser, program, people, out, problems, step }) {
  const page = await openPage(browser, program.base, out, problems);

  await step('a pasted notice is read line by line, and faults are named', async () => {
    await signIn(page, people.sysadmin);
    await page.goto('/calendar?year=2026');
    await workingDays(page, 248);
    await page.getByRole('button', { name: '粘贴通知录入全年' }).click();
    const dialog = page.getByRole('dialog');
    const text = dialog.getByLabel('通知的正文或表格');
    await text.fill(notice.replace('1月4日（周日）上班', '1月4日（周一）调休'));
    await dialog.getByRole('button', { name: '读取并预览' }).click();
    await dialog.getByText('2026-01-04 是星期日,这里写的是星期一').waitFor();
    await dialog.getByText('第 2 行').waitFor();
    if (await dialog.getByRole('button', { name: '保存' }).isEnabled()) {
      throw new Error('a year with a fault can be saved');
    }
    await page.inspect('calendar-faults');
    await text.fill(notice);
    await dialog.getByRole('button', { name: '读取并预览' }).click();
    await dialog.getByText('按此安排全年 247 个工作日').waitFor();
    await dialog.getByText('现为 248 个，相差 −1。').waitFor();
    await dialog.getByText('2026-10-08　工作日 → 放假').waitFor();
    await page.inspect('calendar-preview');
    await dialog
      .getByRole('textbox', { name: /来源/ })
      .fill('国务院办公厅关于2026年部分节假日安排的通知');
    await dialog.getByLabel('理由').fill('国庆节多放一天');
    await dialog.getByRole('button', { name: '保存' }).click();
    await closed(dialog);
    await workingDays(page, 247);
    await page.getByText(/国庆节多放一天/).waitFor();
    await page.inspect('calendar-set');
  });

  await step('what was set is taken back', async () => {
    await page.getByRole('button', { name: '恢复系统自带' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('理由').fill('误录');
    await dialog.getByRole('button', { name: '确定' }).click();
    await closed(dialog);
    await workingDays(page, 248);
    await page.getByRole('link', { name: '期限计算规则、计算到期日' }).click();
    await page.getByRole('heading', { name: '期限计算规则', level: 1 }).waitFor();
    await settled(page);
    await page.context().close();
  });

  await step('a body sets a rule of its own, tries it and withdraws it', async () => {
    const group = await openPage(browser, program.base, out, problems);
    await signIn(group, people.group);
    await group.goto('/clocks');
    const own = group.getByRole('region', { name: '本单位和上级单位设定的规则' });
    await own.getByRole('button', { name: '新设规则' }).click();
    const editor = group.getByRole('region', { name: '新设期限计算规则' });
    await editor.getByLabel('名称', { exact: true }).fill('投诉答复');
    await editor.getByLabel('编码').fill('REPLY');
    await editor.getByLabel('期限', { exact: true }).fill('10');
    await editor.getByLabel('施行的第一天').fill('2026-01-01');
    await editor.getByRole('button', { name: '添加依据' }).click();
    await editor.getByLabel('制度或法规名称').fill('首问负责制度');
    await editor.getByLabel('起算事由发生之日').fill('2026-09-28');
    await editor.getByRole('button', { name: '按填写的规则试算' }).click();
    await editor.getByText('到期日：2026-10-16').waitFor();
    await group.inspect('clock-editor');
    await editor.getByLabel('理由').fill('公开承诺');
    await editor.getByRole('button', { name: '保存' }).click();
    await closed(editor);
    const rule = own.getByRole('listitem').filter({ hasText: '投诉答复' });
    await rule.getByText(/期限为 10 个工作日/).waitFor();
    await rule.getByRole('button', { name: /^试算/ }).click();
    const due = group.getByRole('region', { name: '计算到期日' });
    await due.getByLabel('起算事由发生之日').fill('2026-02-10');
    await due.getByRole('button', { name: '计算', exact: true }).click();
    await due.getByText('到期日：2026-03-02').waitFor();
    await due.getByText(/2026-02-28 虽是周末,因春节调休上班/).waitFor();
    await group.inspect('clock-due');
    await rule.getByRole('button', { name: '停用' }).click();
    const dialog = group.getByRole('dialog');
    await dialog.getByLabel('理由').fill('改按法定期限');
    await dialog.getByRole('button', { name: '停用' }).click();
    await closed(dialog);
    await rule.waitFor({ state: 'detached' });
    await group
      .getByRole('region', { name: '本单位设定过的版本' })
      .getByText('改按法定期限')
      .waitFor();
    await group.context().close();
  });
}
