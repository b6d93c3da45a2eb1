import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Component as CalendarPage } from './CalendarPage';
import { renderPage } from '@/testing/renderPage';

const days = Array.from({ length: 365 }, (_, n) => (n === 0 ? 'OFF' : 'WORKDAY'));
const calendar = (version: number, workingDays: number, mayChange = true) => ({
  data: {
    workingCalendar: {
      year: 2026,
      known: true,
      source: '通知',
      confirmed: true,
      builtIn: version === 0,
      version,
      workingDays,
      days,
      years: [2025, 2026],
      actorName: version ? '赵管理' : null,
      setAt: version ? '2026-01-01T00:00:00Z' : null,
      reason: version ? '更正' : null,
      mayChange,
      ranges: [{ from: '2026-01-01', to: '2026-01-01', mark: 'OFF', name: '元旦' }],
      hints: [],
    },
  },
});
const ranges = [{ from: '2026-01-01', to: '2026-01-02', mark: 'OFF', name: '元旦' }];
const reading = (faults: object[]) => ({
  data: {
    readWorkingCalendar: {
      workingDaysNow: 248,
      ranges,
      faults,
      leftOut: [{ line: 1, text: '通知', message: '没有写明日期,未读入' }],
      check:
        faults.length > 0
          ? null
          : { workingDays: 247, days: days.map((k, n) => (n === 1 ? 'OFF' : k)), hints: [] },
      changes: faults.length > 0 ? [] : [{ on: '2026-01-02', was: 'WORKDAY', becomes: 'OFF' }],
    },
  },
});
const stale = {
  errors: [
    {
      message: '该内容已被他人修改,请刷新后核对再保存',
      extensions: { code: 'CONFLICT', reason: 'STALE_VERSION', field: 'expectedVersion' },
    },
  ],
};

function open(answers: NonNullable<Parameters<typeof renderPage>[1]>['answers']) {
  return renderPage(<CalendarPage />, { path: '/calendar?year=2026', answers });
}

async function paste(text: string) {
  fireEvent.click(await screen.findByRole('button', { name: '粘贴通知录入全年' }));
  const dialog = await screen.findByRole('dialog');
  fireEvent.change(within(dialog).getByLabelText('通知的正文或表格'), { target: { value: text } });
  fireEvent.click(within(dialog).getByRole('button', { name: /读取并预览/ }));
  return dialog;
}
const save = (dialog: HTMLElement) =>
  within(dialog).getByRole<HTMLButtonElement>('button', { name: '保存' });

describe('entering a year from its notice', () => {
  it('names the lines that are wrong, and saves nothing of them', async () => {
    open({
      WorkingCalendar: calendar(0, 248),
      ReadWorkingCalendar: reading([
        { line: 2, text: '1月2日调休', message: '没有写明是放假还是上班' },
      ]),
    });
    const dialog = await paste('通知\n1月2日调休');
    const fault = await within(dialog).findByText('没有写明是放假还是上班');
    expect(fault.textContent).toContain('第 2 行');
    expect(fault.textContent).toContain('1月2日调休');
    expect(save(dialog).disabled).toBe(true);
  });

  it('shows what the year would be, saves what was read, and goes on from what somebody else has set', async () => {
    let version = 0;
    const { asked } = open({
      WorkingCalendar: () => calendar(version, version ? 249 : 248),
      ReadWorkingCalendar: reading([]),
      SetWorkingCalendar: () => {
        if (version === 1)
          return { data: { setWorkingCalendar: { calendar: { year: 2026, version: 2 } } } };
        version = 1;
        return stale;
      },
    });
    const dialog = await paste('通知\n1月1日至2日放假');
    expect(await within(dialog).findByText('按此安排全年 247 个工作日')).toBeDefined();
    expect(within(dialog).getByText(/现为 248 个，相差 −1。/)).toBeDefined();
    expect(within(dialog).getByText('2026-01-02 工作日 → 放假')).toBeDefined();
    const changed = within(dialog).getByText('放假 元旦 有变动');
    expect(changed.closest('.is-changed')?.textContent).toContain('2');
    fireEvent.change(within(dialog).getByLabelText('来源'), { target: { value: '国办通知' } });
    fireEvent.change(within(dialog).getByLabelText('理由'), { target: { value: '通知公布' } });
    fireEvent.click(save(dialog));
    expect(
      await within(dialog).findByText(/赵管理于 .* 登记了该年（更正），现为 249 个工作日/),
    ).toBeDefined();
    expect(within(dialog).getByLabelText<HTMLTextAreaElement>('通知的正文或表格').value).toBe(
      '通知\n1月1日至2日放假',
    );
    // What it would change is looked at again; the rest is as it was typed.
    expect(save(dialog).disabled).toBe(true);
    fireEvent.click(within(dialog).getByRole('button', { name: /读取并预览/ }));
    await within(dialog).findByText('按此安排全年 247 个工作日');
    expect(within(dialog).getByLabelText<HTMLInputElement>('来源').value).toBe('国办通知');
    fireEvent.click(save(dialog));
    expect(await screen.findByText('工作日历已更新，此后按新的日历计算期限')).toBeDefined();
    const sent = asked.filter((one) => one.operationName === 'SetWorkingCalendar');
    expect(sent.map((one) => one.variables.input)).toMatchObject([
      { year: 2026, expectedVersion: 0, ranges },
      {
        year: 2026,
        expectedVersion: 1,
        source: '国办通知',
        confirmed: false,
        reason: '通知公布',
        ranges,
      },
    ]);
  });

  it('is for who may set the calendar', async () => {
    open({ WorkingCalendar: calendar(0, 248, false) });
    expect(await screen.findByText('248 天')).toBeDefined();
    expect(screen.queryByRole('button', { name: '粘贴通知录入全年' })).toBeNull();
    expect(screen.getByRole('link', { name: /期限计算规则/ })).toBeDefined();
  });
});
