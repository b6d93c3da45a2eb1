import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Component as ActsPage } from './ActsPage';
import { renderPage } from '@/testing/renderPage';

const act = (id: string, more: object = {}) => ({
  id,
  kind: 'RESET_PASSWORD',
  status: 'PENDING',
  words: [
    { name: 'login', value: `account-${id}` },
    { name: 'person', value: '李四' },
  ],
  reason: '遗失',
  begunBy: { loginName: 'sysadmin', personName: null },
  begunAt: '2026-03-02T01:00:00Z',
  until: '2026-04-01T01:00:00Z',
  takesEffectAt: null,
  firstBy: null,
  decidedBy: null,
  decidedAt: null,
  decisionReason: '',
  mayConfirm: false,
  mayDecline: false,
  mayWithdraw: false,
  confirmableFrom: null,
  asked: [],
  ...more,
});

const acts = (waiting: object[], own: object[] = [], startUp: object[] | null = null) => ({
  Acts: {
    data: {
      actsToConfirm: { more: false, acts: waiting },
      myActs: { nodes: own },
      startUp: startUp && { acts: startUp },
    },
  },
});
const decided = (field: string, status: string) => ({
  data: { [field]: { act: { id: 'x', status } } },
});
const waiting = async () => within(await screen.findByRole('region', { name: '待我确认的事项' }));
const own = async () => within(await screen.findByRole('region', { name: '我提请的事项' }));

describe('what waits for a second person', () => {
  it('has the buttons that the server allows, and says from when it may be confirmed', async () => {
    renderPage(<ActsPage />, {
      answers: acts([
        act('1', { mayConfirm: true, mayDecline: true }),
        act('2', { mayDecline: true, confirmableFrom: '2026-03-09T01:00:00Z' }),
      ]),
    });
    const list = await waiting();
    expect(list.getAllByRole('button', { name: /^确认 重置密码/ })).toHaveLength(1);
    expect(list.getAllByRole('button', { name: /^驳回 重置密码/ })).toHaveLength(2);
    expect(list.getByText(/2026-03-09 .*起可以确认/)).toBeDefined();
    expect(list.queryByRole('button', { name: /^撤回/ })).toBeNull();
  });

  it('is confirmed after it was shown in full', async () => {
    const { asked } = renderPage(<ActsPage />, {
      answers: {
        ...acts([act('1', { mayConfirm: true, mayDecline: true })]),
        ConfirmAct: decided('confirmAct', 'CONFIRMED'),
      },
    });
    fireEvent.click((await waiting()).getByRole('button', { name: /^确认/ }));
    const dialog = within(await screen.findByRole('dialog'));
    for (const text of ['account-1', '李四', '遗失']) expect(dialog.getByText(text)).toBeDefined();
    fireEvent.click(dialog.getByRole('button', { name: /确\s*认$/ }));
    expect(await screen.findByText('事项已确认并生效')).toBeDefined();
    const sent = asked.filter(({ variables }) => variables && 'input' in variables);
    expect(sent.map(({ variables }) => variables)).toEqual([{ input: { actId: '1' } }]);
  });

  it('is declined with a reason, which a refusal leaves where it was typed', async () => {
    renderPage(<ActsPage />, {
      answers: {
        ...acts([act('1', { mayDecline: true })]),
        DeclineAct: {
          errors: [
            { message: '请填写理由', extensions: { code: 'INVALID', field: 'input.reason' } },
          ],
        },
      },
    });
    fireEvent.click((await waiting()).getByRole('button', { name: /^驳回/ }));
    const dialog = within(await screen.findByRole('dialog'));
    const reason = dialog.getByLabelText<HTMLTextAreaElement>('驳回理由');
    fireEvent.change(reason, { target: { value: '本人没有申请' } });
    fireEvent.click(dialog.getByRole('button', { name: /驳\s*回$/ }));
    expect(await dialog.findByText('请填写理由')).toBeDefined();
    await waitFor(() => expect(reason.value).toBe('本人没有申请'));
  });

  it('of the operator says when it takes effect', async () => {
    renderPage(<ActsPage />, {
      answers: acts([act('1', { mayDecline: true, takesEffectAt: '2026-03-05T01:00:00Z' })]),
    });
    expect((await waiting()).getByText(/2026-03-05/)).toBeDefined();
  });
});

describe('what one began', () => {
  it('says who is asked, and is withdrawn', async () => {
    const { asked } = renderPage(<ActsPage />, {
      answers: {
        ...acts(
          [],
          [act('7', { mayWithdraw: true, asked: [{ loginName: 'leader', personName: '任静' }] })],
        ),
        WithdrawAct: decided('withdrawAct', 'WITHDRAWN'),
      },
    });
    const list = await own();
    expect(list.getByText(/可确认：任静/)).toBeDefined();
    expect(list.queryByRole('button', { name: /^确认/ })).toBeNull();
    fireEvent.click(list.getByRole('button', { name: /^撤回/ }));
    fireEvent.click(
      within(await screen.findByRole('dialog')).getByRole('button', { name: /撤\s*回$/ }),
    );
    expect(await screen.findByText('事项已撤回')).toBeDefined();
    expect(asked.some(({ variables }) => JSON.stringify(variables).includes('"actId":"7"'))).toBe(
      true,
    );
  });

  it('says what became of it, by whom and why', async () => {
    renderPage(<ActsPage />, {
      answers: acts(
        [],
        [
          act('8', {
            status: 'DECLINED',
            decidedBy: { loginName: 'leader', personName: '任静' },
            decisionReason: '未经核实',
          }),
        ],
      ),
    });
    const list = await own();
    for (const text of ['已驳回', '未经核实']) expect(list.getByText(text)).toBeDefined();
    expect(list.queryByRole('button')).toBeNull();
  });
});

describe('start-up', () => {
  it('confirms what it lists together, and lists nothing twice', async () => {
    const first = { loginName: 'secadmin', personName: null };
    const rows = [
      act('1', { mayConfirm: true, firstBy: first }),
      act('2', { mayConfirm: true }),
      act('3'),
    ];
    const { asked } = renderPage(<ActsPage />, {
      answers: {
        ...acts([], [rows[0] as object], rows),
        ConfirmActs: { data: { confirmActs: { acts: [] } } },
      },
    });
    const list = within(await screen.findByRole('region', { name: '初始阶段待确认的事项' }));
    expect(list.getByText(/secadmin 已确认，还须另一名管理员确认/)).toBeDefined();
    expect((await own()).queryByRole('row')).toBeNull();
    fireEvent.click(list.getByRole('button', { name: '全部确认' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/将确认所列的 2 项/)).toBeDefined();
    fireEvent.click(dialog.getByRole('button', { name: /确\s*认$/ }));
    await waitFor(() =>
      expect(asked.map(({ variables }) => variables)).toContainEqual({
        input: { actIds: ['1', '2'] },
      }),
    );
  });
});
