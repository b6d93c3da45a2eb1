import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { DelegationPanel } from './DelegationPanel';
import { renderPage, someViewer } from '@/testing/renderPage';

const mine = {
  __typename: 'Delegation',
  id: 'd1',
  version: 2,
  personName: '王建国',
  deputyName: '李四',
  from: '2026-03-01',
  to: '2026-03-10',
  reason: '出差',
  mayEnd: true,
};
const waiting = {
  id: 'a1',
  until: '2026-03-31T01:00:00Z',
  words: [
    { name: 'represented', value: '孙局长' },
    { name: 'person', value: '周七' },
    { name: 'from', value: '2026-03-05' },
    { name: 'to', value: '2026-03-06' },
  ],
};
const list = (nodes: object[]) => ({
  data: { delegations: { nodes }, waitingActs: { acts: [waiting] } },
});
const people = {
  data: {
    people: {
      nodes: [{ id: 'p2', name: '李四', jobTitle: '副局长', unit: { id: 'u0', name: '省局' } }],
    },
  },
};

describe('delegation', () => {
  it('is listed, and ended by who may end it', async () => {
    const { asked } = renderPage(<DelegationPanel />, {
      answers: {
        Delegations: list([mine, { ...mine, id: 'd2', personName: '赵六', mayEnd: false }]),
        EndDelegation: { data: { endDelegation: { delegation: { id: 'd1' } } } },
      },
    });
    expect(
      await screen.findByText(/待确认：孙局长 委托 周七，2026-03-05 至 2026-03-06/),
    ).toBeDefined();
    expect(
      await screen.findByText(/王建国 委托 李四，2026-03-01 至 2026-03-10（出差）/),
    ).toBeDefined();
    const ends = screen.getAllByRole('button', { name: /结束委托/ });
    expect(ends.map((one) => one.getAttribute('aria-label'))).toEqual(['结束委托 李四']);
    fireEvent.click(ends[0] as HTMLElement);
    expect(await screen.findByText('委托已结束')).toBeDefined();
    expect(asked.find((one) => one.operationName === 'EndDelegation')?.variables).toEqual({
      input: { delegationId: 'd1', expectedVersion: 2 },
    });
  });

  it('that cannot be ended says why', async () => {
    renderPage(<DelegationPanel />, {
      answers: {
        Delegations: list([mine]),
        EndDelegation: {
          errors: [{ message: '该委托已结束', extensions: { code: 'INVALID_TRANSITION' } }],
        },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: /结束委托/ }));
    expect(await screen.findByText('该委托已结束')).toBeDefined();
    expect(screen.getByText(/王建国 委托 李四/)).toBeDefined();
  });

  it('that is refused keeps what was filled in, and says at which field', async () => {
    const { asked } = renderPage(<DelegationPanel />, {
      answers: {
        Delegations: list([]),
        PeopleSearch: people,
        PeopleNames: { data: { nodes: [] } },
        Delegate: {
          errors: [
            {
              message: '结束日期早于开始日期',
              extensions: { code: 'INVALID', field: 'input.to' },
            },
          ],
        },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: '新建委托' }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.mouseDown(dialog.getByRole('combobox'));
    fireEvent.click(await screen.findByText('李四（省局 副局长）'));
    const type = (label: string, value: string) =>
      fireEvent.change(dialog.getByLabelText(label), { target: { value } });
    type('开始日期', '2026-03-10');
    type('结束日期', '2026-03-01');
    type('委托理由', '外出学习');
    fireEvent.click(dialog.getByRole('button', { name: /保\s*存/ }));
    expect(await dialog.findByText('结束日期早于开始日期')).toBeDefined();
    await waitFor(() =>
      expect(dialog.getByLabelText<HTMLTextAreaElement>('委托理由').value).toBe('外出学习'),
    );
    expect(dialog.getByLabelText<HTMLInputElement>('开始日期').value).toBe('2026-03-10');
    expect(asked.find((one) => one.operationName === 'Delegate')?.variables).toEqual({
      input: { deputyId: 'p2', from: '2026-03-10', to: '2026-03-01', reason: '外出学习' },
    });
  });

  it('for somebody else is offered to who keeps people, and waits for their word', async () => {
    const { asked } = renderPage(<DelegationPanel />, {
      viewer: { ...someViewer, person: null, actions: ['EDIT_PEOPLE'] },
      answers: {
        Delegations: list([]),
        PeopleSearch: people,
        PeopleNames: { data: { nodes: [] } },
        Delegate: { data: { delegate: { act: { id: 'a2' }, delegation: { id: 'a2' } } } },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: '新建委托' }));
    const dialog = within(await screen.findByRole('dialog'));
    for (const [i, label] of ['委托人', '受托人'].entries()) {
      fireEvent.mouseDown(dialog.getByLabelText(label));
      const list = await waitFor(() => {
        const shown = document.querySelectorAll<HTMLElement>('.ant-select-dropdown')[i];
        if (!shown) throw new Error(`no list at ${label}`);
        return shown;
      });
      fireEvent.click(await within(list).findByText('李四（省局 副局长）'));
    }
    const type = (label: string, value: string) =>
      fireEvent.change(dialog.getByLabelText(label), { target: { value } });
    type('开始日期', '2026-03-01');
    type('结束日期', '2026-03-10');
    type('委托理由', '住院');
    fireEvent.click(dialog.getByRole('button', { name: /保\s*存/ }));
    expect(await screen.findByText('委托已提交，经委托人或其上级确认后生效')).toBeDefined();
    expect(asked.find((one) => one.operationName === 'Delegate')?.variables).toEqual({
      input: {
        personId: 'p2',
        deputyId: 'p2',
        from: '2026-03-01',
        to: '2026-03-10',
        reason: '住院',
      },
    });
  });

  it('is offered for oneself alone to who keeps nobody', async () => {
    renderPage(<DelegationPanel />, { answers: { Delegations: list([]) } });
    fireEvent.click(await screen.findByRole('button', { name: '新建委托' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByLabelText('受托人')).toBeDefined();
    expect(dialog.queryByLabelText('委托人')).toBeNull();
  });
});
