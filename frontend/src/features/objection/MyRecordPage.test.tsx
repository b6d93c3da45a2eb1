import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Component as MyRecordPage } from './MyRecordPage';
import { renderPage } from '@/testing/renderPage';

const item = (aboutId: string, title: string, state?: string) => ({
  __typename: 'RecordItem',
  aboutId,
  kind: 'RISK_POINT',
  relations: ['STANDS_ON'],
  unit: { __typename: 'Unit', id: 'u1', name: '许可处' },
  title,
  text: '表现',
  grade: 'A',
  at: '2026-01-01T08:00:00Z',
  by: '李四',
  byRole: 'STAFF',
  objections: state
    ? [
        {
          __typename: 'Objection',
          id: 'o-' + aboutId,
          version: 1,
          text: '不实',
          tier: 'DEPT_HEAD',
          dueOn: '2026-02-01',
          overdue: true,
          state,
          outcome: null,
          answer: '',
          answererName: '',
          answererRole: null,
          answeredAt: null,
          createdAt: '2026-01-02T08:00:00Z',
        },
      ]
    : [],
});

const answers = {
  MyRecord: {
    data: {
      myRecord: {
        __typename: 'MyRecord',
        more: false,
        items: [item('r1', '甲'), item('r2', '乙', 'RAISED')],
      },
    },
  },
};

describe('what is recorded of me', () => {
  it('is objected to where nothing waits yet', async () => {
    const { asked } = renderPage(<MyRecordPage />, {
      answers: {
        ...answers,
        RaiseObjection: {
          errors: [{ message: '请写明理由', extensions: { code: 'INVALID', field: 'input.text' } }],
        },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: '申诉 风险点 甲' }));
    expect(screen.queryByRole('button', { name: '申诉 风险点 乙' })).toBeNull();
    const dialog = within(await screen.findByRole('dialog'));
    const text = dialog.getByLabelText<HTMLTextAreaElement>('申诉理由');
    fireEvent.change(text, { target: { value: '与事实不符' } });
    fireEvent.click(dialog.getByRole('button', { name: '提出申诉' }));
    await dialog.findByText('请写明理由');
    await waitFor(() => expect(text.value).toBe('与事实不符'));
    expect(asked.at(-1)?.variables).toEqual({ input: { aboutId: 'r1', text: '与事实不符' } });
  });

  it('finds an objection again after the page was reloaded, and only at what it is about', async () => {
    const more = {
      data: {
        myRecord: {
          __typename: 'MyRecord',
          more: false,
          items: [item('r1', '甲'), item('r3', '丙')],
        },
      },
    };
    const page = renderPage(<MyRecordPage />, { answers: { MyRecord: more } });
    const open = async (what: string) => {
      fireEvent.click(await screen.findByRole('button', { name: `申诉 风险点 ${what}` }));
      const dialog = within(await screen.findByRole('dialog'));
      return dialog.getByLabelText<HTMLTextAreaElement>('申诉理由');
    };
    fireEvent.change(await open('甲'), { target: { value: '与事实不符' } });
    page.unmount();
    const again = renderPage(<MyRecordPage />, { answers: { MyRecord: more } });
    expect((await open('丙')).value).toBe('');
    again.unmount();
    renderPage(<MyRecordPage />, { answers: { MyRecord: more } });
    expect((await open('甲')).value).toBe('与事实不符');
  });

  it('says why an objection cannot be withdrawn any more', async () => {
    const { asked } = renderPage(<MyRecordPage />, {
      answers: {
        ...answers,
        WithdrawObjection: {
          errors: [
            {
              message: '该内容已被他人修改,请刷新后核对再保存',
              extensions: { code: 'CONFLICT', reason: 'STALE_VERSION', field: 'expectedVersion' },
            },
          ],
        },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: '撤回申诉' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('不实')).toBeDefined();
    fireEvent.click(dialog.getByRole('button', { name: '撤回申诉' }));
    expect(await dialog.findByText('该内容已被他人修改,请刷新后核对再保存')).toBeDefined();
    expect(asked.at(-1)?.variables).toEqual({ input: { objectionId: 'o-r2', expectedVersion: 1 } });
  });

  it('says whose answer is overdue', async () => {
    renderPage(<MyRecordPage />, { answers });
    expect(await screen.findByText('已逾期（应于 2026-02-01 前答复）')).toBeDefined();
    expect(screen.getByText(/由部门负责人（或其上级）答复/)).toBeDefined();
  });
});
