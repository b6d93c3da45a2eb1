import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Component } from './AuditListPage';
import { renderPage, someViewer } from '@/testing/renderPage';

const person = { __typename: 'Person', id: 'p9', name: '李明' };
const actor = { __typename: 'AuditActor', kind: 'ACCOUNT', name: '王建国', accountId: 'a7' };
const base = {
  __typename: 'AuditEntry',
  at: '2026-03-01T01:02:03Z',
  actor,
  authority: {
    __typename: 'AuditAuthority',
    action: 'DECIDE_B',
    role: 'LEADER_IN_CHARGE',
    unit: null,
    basisId: null,
  },
  object: { __typename: 'AuditObject', type: 'RiskPoint', id: 'r1' },
  unit: null,
  subjects: [],
  details: [{ __typename: 'AuditDetail', name: 'reason', text: '同意自评' }],
};
const change = (old: string | null, next: string | null) => ({
  __typename: 'AuditChange',
  object: base.object,
  op: old === null ? 'CREATE' : 'UPDATE',
  columns: [
    { __typename: 'AuditColumn', name: 'grade', old, new: next, withheld: false },
    { __typename: 'AuditColumn', name: 'title', old, new: null, withheld: true },
  ],
  links: [],
  erased: false,
});
const newest = { ...base, id: 'e2', index: 2, action: 'DECIDE_GRADE', changes: [change('C', 'B')] };
const oldest = {
  ...base,
  id: 'e1',
  index: 1,
  action: 'RECORD_RISK_POINT',
  changes: [change(null, 'U')],
};
const read = {
  ...base,
  id: 'e3',
  index: 3,
  action: 'READ_RECORD',
  object: null,
  subjects: [person],
  details: [],
};

const page = (nodes: object[]) => ({
  data: {
    auditEntries: {
      __typename: 'AuditEntryConnection',
      totalCount: nodes.length,
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      nodes,
    },
  },
});

const viewer = { ...someViewer, actions: ['READ_ORGANISATION' as const, 'READ_LOG' as const] };
const draw = (path: string) =>
  renderPage(<Component />, {
    path,
    viewer,
    answers: {
      AuditPage: page([read, newest]),
      AuditHistory: page([newest, oldest]),
      AuditNames: { data: { nodes: [] } },
      Units: { data: { units: { nodes: [] } } },
    },
  });

describe('the list of entries', () => {
  it('says who did what, on whose authority and why', async () => {
    draw('/audit');
    const row = (await screen.findByText('审定等级')).closest('tr')!;
    for (const text of ['王建国', '分管领导（全系统）', '同意自评', '风险点 r1']) {
      expect(within(row).getByText(text)).toBeDefined();
    }
    // A read has no object of its own but the people read.
    expect(screen.getByText('李明')).toBeDefined();
  });

  it('filters by the actor that is clicked, and stops when the tag is removed', async () => {
    const { asked, router } = draw('/audit?action=DECIDE_GRADE');
    fireEvent.click((await screen.findAllByText('王建国'))[0]!);
    await waitFor(() => expect(router.state.location.search).toContain('actor=a7'));
    await screen.findByText('操作人：王建国');
    expect(asked.at(-1)?.variables['filter']).toMatchObject({
      accountId: 'a7',
      actions: ['DECIDE_GRADE'],
    });
    fireEvent.click(screen.getByRole('button', { name: '不再按操作人筛选' }));
    await waitFor(() => expect(router.state.location.search).toBe('?action=DECIDE_GRADE'));
  });

  it('shows the whole history of the object that is clicked, the beginning first', async () => {
    const { router } = draw('/audit?action=DECIDE_GRADE');
    fireEvent.click(await screen.findByText('风险点 r1'));
    const history = await screen.findByRole('list', { name: '按时间先后的历史' });
    expect(router.state.location.search).toBe('?object=r1');
    const [first, second] = [...history.children].map((item) => item.textContent ?? '');
    expect(first).toContain('登记风险点');
    expect(first).toContain('未定级');
    expect(second).toContain('审定等级');
    expect(second).toContain('C 低');
    expect(second).toContain('B 中');
    expect(second).toContain('已删除或保密');
  });
});
