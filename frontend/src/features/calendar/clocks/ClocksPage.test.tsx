import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Component as ClocksPage } from './ClocksPage';
import { renderPage } from '@/testing/renderPage';

const licensing = {
  code: 'LICENSING',
  name: '行政许可法',
  words: '期限按工作日计算。',
  version: 0,
  newestVersion: 0,
  number: null,
  countedIn: 'WORKING_DAYS',
  start: 'DAY_AFTER',
  end: 'NEXT_WORKING_DAY',
  extension: 0,
  pauses: ['HEARING'],
  from: '2004-07-01',
  to: null,
  actorName: null,
  setAt: null,
  reason: null,
  mayChange: false,
  unit: null,
  bases: [{ law: '行政许可法', article: '第八十二条', text: '' }],
};
const own = (version: number, days: number) => ({
  ...licensing,
  code: 'PROMISE',
  name: '承诺办结',
  words: `期限为 ${days} 个工作日。`,
  number: days,
  version,
  newestVersion: version,
  actorName: '李主任',
  setAt: '2026-01-01T00:00:00Z',
  reason: '公开承诺',
  mayChange: true,
  unit: { id: 'u0', name: '省局' },
});
const page = (rules: object[], may = true) => ({
  data: {
    node: {
      __typename: 'Unit',
      id: 'u0',
      kind: 'BUREAU',
      allowedActions: may ? ['SET_RECIPES'] : [],
      parent: null,
    },
    clockRules: rules,
  },
});
const versions = (...rules: ReturnType<typeof own>[]) => ({
  data: {
    clockRuleVersions: {
      nodes: rules.map((rule) => ({ rule, standing: 'IN_FORCE', withdraws: false })),
      pageInfo: { hasNextPage: false, endCursor: null },
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
const saved = { data: { setClockRule: { rules: [] } } };

function open(answers: object = {}) {
  return renderPage(<ClocksPage />, {
    answers: {
      UnitNames: { data: { nodes: [] } },
      Clocks: page([licensing, own(1, 10)]),
      ClockRuleVersions: versions(own(1, 10)),
      SetClockRule: saved,
      ...answers,
    },
  });
}

describe('the rules of time limits', () => {
  it('shows those of statutes with their bases, and no buttons to who may not set any', async () => {
    open({ Clocks: page([licensing, { ...own(1, 10), mayChange: false }], false) });
    const statutes = await screen.findByRole('region', { name: '法定规则' });
    expect(statutes.textContent).toContain('依据：《行政许可法》第八十二条。2004-07-01 起施行。');
    expect(screen.queryByRole('button', { name: '新设规则' })).toBeNull();
    expect(screen.queryByRole('button', { name: '设定新版本' })).toBeNull();
    expect(screen.queryByRole('button', { name: '停用' })).toBeNull();
    expect(within(statutes).getByRole('button', { name: '试算 行政许可法' })).toBeDefined();
  });

  it('keeps what was typed where somebody else has set the rule, and goes on from theirs', async () => {
    let version = 1;
    const { asked } = open({
      Clocks: () => page([licensing, own(version, version === 1 ? 10 : 9)]),
      ClockRuleVersions: () => versions(own(version, version === 1 ? 10 : 9)),
      SetClockRule: () => {
        if (version === 2) return saved;
        version = 2;
        return stale;
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: '设定新版本' }));
    const editor = await screen.findByRole('region', { name: '设定“承诺办结”的新版本' });
    const number = within(editor).getByLabelText<HTMLInputElement>('期限');
    fireEvent.change(number, { target: { value: '7' } });
    fireEvent.blur(number);
    fireEvent.change(within(editor).getByLabelText('理由'), { target: { value: '再提速' } });
    fireEvent.click(within(editor).getByRole('button', { name: '保存' }));
    expect(await screen.findByText('该内容已被他人修改,请刷新后核对再保存')).toBeDefined();
    expect(
      await within(editor).findByText(/现行第 2 版：期限为 9 个工作日。您填写的内容没有丢失/),
    ).toBeDefined();
    expect(number.value).toBe('7');
    fireEvent.click(within(editor).getByRole('button', { name: '保存' }));
    expect(await screen.findByText('规则已保存')).toBeDefined();
    const sent = asked.filter((one) => one.operationName === 'SetClockRule');
    expect(
      sent.map((one) => (one.variables.input as { expectedVersion: number }).expectedVersion),
    ).toEqual([1, 2]);
    expect(sent.at(-1)?.variables.input).toMatchObject({
      unitId: 'u0',
      code: 'PROMISE',
      reason: '再提速',
      rule: {
        name: '承诺办结',
        number: 7,
        countedIn: 'WORKING_DAYS',
        pauses: ['HEARING'],
        to: null,
      },
    });
  });

  it('tries a rule as it is written, and says at its field what is wrong with it', async () => {
    let asks = 0;
    const { asked } = open({
      ClockDue: () => {
        asks++;
        return asks === 1
          ? {
              errors: [
                {
                  message: '名称应为 1 至 200 个字符',
                  extensions: { code: 'INVALID', field: 'input.rule.name' },
                },
              ],
            }
          : {
              data: {
                clockDue: {
                  state: 'KNOWN',
                  due: '2026-10-16',
                  notBefore: '2026-10-16',
                  missingYear: null,
                  number: 10,
                  countedIn: 'WORKING_DAYS',
                  unconfirmedYears: [],
                  bases: [],
                  steps: [{ kind: 'STARTED', text: '自 2026-09-28 起算' }],
                },
              },
            };
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: '新设规则' }));
    const editor = await screen.findByRole('region', { name: '新设期限计算规则' });
    fireEvent.click(within(editor).getByRole('button', { name: '按填写的规则试算' }));
    const said = await screen.findByText('名称应为 1 至 200 个字符');
    expect(said.closest('.ant-form-item')?.textContent).toContain('名称');
    fireEvent.change(within(editor).getByLabelText('名称'), { target: { value: '承诺' } });
    fireEvent.click(within(editor).getByRole('button', { name: '按填写的规则试算' }));
    expect(await screen.findByText('到期日：2026-10-16')).toBeDefined();
    expect(
      asked.filter((one) => one.operationName === 'ClockDue').at(-1)?.variables.input,
    ).toMatchObject({
      rule: { name: '承诺', countedIn: 'WORKING_DAYS' },
    });
    expect(asked.some((one) => one.operationName === 'SetClockRule')).toBe(false);
  });

  it('withdraws a rule with a reason', async () => {
    const { asked } = open();
    fireEvent.click(await screen.findByRole('button', { name: '停用' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByLabelText('理由'), { target: { value: '改按法定期限' } });
    fireEvent.click(within(dialog).getByRole('button', { name: '停用' }));
    expect(await screen.findByText('规则已停用')).toBeDefined();
    await waitFor(() =>
      expect(asked.find((one) => one.operationName === 'SetClockRule')?.variables.input).toEqual({
        unitId: 'u0',
        code: 'PROMISE',
        expectedVersion: 1,
        rule: null,
        reason: '改按法定期限',
      }),
    );
  });
});
