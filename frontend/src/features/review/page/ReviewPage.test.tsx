import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { describe, expect, it } from 'vitest';
import { Component as ReviewPage } from './ReviewPage';
import { Component as YearPage } from './YearPage';
import { renderPage } from '@/testing/renderPage';

const cell = (code: string, before: string, after: string) => ({
  code,
  before,
  after,
  changed: before !== after,
});
const comparison = {
  beforeYear: 2025,
  beforeRevision: 1,
  beforeAt: '2025-06-01T00:00:00Z',
  same: 1,
  added: 0,
  removed: 1,
  changed: 1,
  fields: [],
  sections: [
    {
      code: 'risks',
      rows: [
        {
          key: 'r1',
          kind: 'CHANGED',
          note: '职责调整',
          cells: [cell('title', '收受财物', '收受财物'), cell('likelihood', '3', '4')],
        },
        { key: 'r2', kind: 'REMOVED', note: '', cells: [cell('title', '泄露信息', '')] },
        { key: 'r3', kind: 'SAME', note: '', cells: [cell('title', '违规审批', '违规审批')] },
      ],
    },
  ],
};
const layouts = [
  {
    kind: 'RISKS',
    fields: [],
    tables: [
      {
        code: 'risks',
        title: '',
        columns: [
          { code: 'title', title: '风险点' },
          { code: 'likelihood', title: '可能性' },
        ],
      },
    ],
  },
];
const decision = (id: string, verdict: string, more: object) => ({
  id,
  submissionId: 's1',
  stage: 'DEPT_REVIEW',
  verdict,
  text: '',
  returnedTo: null,
  signerName: '李四',
  signerTitle: '科长',
  signerRole: 'DEPT_HEAD',
  behalfName: '',
  at: '2026-03-03T01:00:00Z',
  voidedAt: null,
  voidReason: '',
  ...more,
});
const form = {
  __typename: 'Form',
  id: 'f1',
  version: 5,
  kind: 'RISKS',
  state: 'LEADER_REVIEW',
  revision: 2,
  dueOn: '2026-05-31',
  containsA: true,
  filedNumber: '',
  filedHash: '',
  returnReason: '',
  unit: { id: 'u1', name: '许可科' },
  person: null,
  addressee: { id: 'p2', name: '张副局长' },
  turn: 'NEXT',
  passedOver: [
    { person: { id: 'p3', name: '钱主任' }, role: 'LEADER_IN_CHARGE', because: 'PREPARED' },
    { person: null, role: 'LEADING_GROUP', because: 'SIGNED' },
  ],
  campaign: { id: 'c1', year: 2026, title: '2026 年专项' },
  submissions: [
    {
      id: 's1',
      number: 1,
      revision: 2,
      hash: 'a'.repeat(64),
      submitterName: '王五',
      at: '2026-03-02T01:00:00Z',
      late: true,
      endedBy: null,
      endReason: '',
    },
  ],
  reviewDecisions: [
    decision('o1', 'APPROVED', {
      text: '同意上报',
      voidedAt: '2026-03-04T01:00:00Z',
      voidReason: '风险点“收受财物”的可能性被修改',
    }),
    decision('o2', 'APPROVED', { text: '再次同意', behalfName: '赵六' }),
  ],
  comparison,
};
const stand = {
  data: {
    node: {
      __typename: 'Form',
      id: 'f1',
      version: 5,
      state: 'LEADER_REVIEW',
      overdue: false,
      allowedReviewActions: ['APPROVE', 'RETURN'],
      returnTo: ['DRAFT'],
    },
  },
};

const page = (
  <Routes>
    <Route path="/review/:id" element={<ReviewPage />} />
    <Route path="/review/:id/year" element={<YearPage />} />
  </Routes>
);
const answers = {
  FormReview: { data: { formLayouts: layouts, node: form } },
  ReviewStand: stand,
  FormHints: { data: { formHints: [] } },
  Attachments: {
    data: {
      attachments: { mayAttach: false, mostBytes: 1, mostFiles: 1, types: [], files: [] },
    },
  },
};

describe('a form in review', () => {
  it('shows what differs, and what is the same when asked for', async () => {
    const { asked } = renderPage(page, { answers, path: '/review/f1' });
    const changed = await screen.findByRole('table', { name: /修改 收受财物/ });
    expect(within(changed).getByRole('row', { name: '可能性 3 4' })).toBeDefined();
    expect(within(changed).getByText('说明：职责调整')).toBeDefined();
    expect(screen.getByRole('table', { name: /删除 泄露信息/ })).toBeDefined();
    expect(screen.queryByRole('table', { name: /违规审批/ })).toBeNull();
    fireEvent.click(screen.getByRole('checkbox', { name: '显示未变内容' }));
    expect(screen.getByRole('table', { name: /未变 违规审批/ })).toBeDefined();
    fireEvent.click(screen.getByRole('radio', { name: '上年备案' }));
    await waitFor(() =>
      expect(asked.filter((one) => one.operationName === 'FormReview').at(-1)?.variables).toEqual({
        id: 'f1',
        with: 'LAST_YEAR',
      }),
    );
  });

  it('says to whom a stage went instead, and why', async () => {
    renderPage(page, { answers, path: '/review/f1' });
    expect(await screen.findByText('本环节改由上一级领导审核')).toBeDefined();
    expect(screen.getByText('钱主任（分管领导）：参与填报，不参加审核')).toBeDefined();
    expect(
      screen.getByText('未关联人员的账号（专项工作领导小组）：已签署其他环节，不参加审核'),
    ).toBeDefined();
  });

  it('names the decisions that are void, with what voided them, and who signed for whom', async () => {
    renderPage(page, { answers, path: '/review/f1' });
    const decisions = await screen.findByRole('region', { name: '提交与审核意见' });
    expect(
      within(decisions)
        .getByText(/同意上报/)
        .closest('s'),
    ).not.toBeNull();
    expect(within(decisions).getByText(/作废：风险点“收受财物”的可能性被修改/)).toBeDefined();
    expect(
      within(decisions)
        .getByText(/再次同意/)
        .closest('s'),
    ).toBeNull();
    expect(within(decisions).getByText(/代 赵六/)).toBeDefined();
    expect(within(decisions).getByText('逾期提交')).toBeDefined();
  });

  it('is asked for again once it was approved', async () => {
    const { asked } = renderPage(page, {
      answers: {
        ...answers,
        ApproveForm: {
          data: {
            approveForm: {
              form: { __typename: 'Form', id: 'f1', version: 6, state: 'INSPECTION_REVIEW' },
            },
          },
        },
      },
      path: '/review/f1',
    });
    fireEvent.click(await screen.findByRole('button', { name: /^同\s*意$/ }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.change(dialog.getByLabelText('审核意见'), { target: { value: '情况属实' } });
    fireEvent.click(dialog.getByRole('button', { name: /^同\s*意$/ }));
    expect(await screen.findByText('意见已签署')).toBeDefined();
    const names = asked.map(({ operationName }) => operationName);
    expect(names.slice(names.indexOf('ApproveForm'))).toContain('FormReview');
    expect(asked.find(({ operationName }) => operationName === 'ApproveForm')?.variables).toEqual({
      input: { formId: 'f1', expectedVersion: 5, text: '情况属实' },
    });
  });

  it('that cannot be seen is not found', async () => {
    renderPage(page, {
      answers: { ...answers, FormReview: { data: { formLayouts: layouts, node: null } } },
      path: '/review/f1',
    });
    expect(await screen.findByRole('alert')).toBeDefined();
    expect(screen.queryByText('审核人')).toBeNull();
  });
});

describe('the difference between the years', () => {
  const yearDifference = {
    explained: 1,
    unexplained: 1,
    confirmed: true,
    form: {
      id: 'f1',
      kind: 'RISKS',
      unit: { id: 'u1', name: '许可科' },
      campaign: { id: 'c1', year: 2026 },
    },
    comparison,
  };
  const node = { __typename: 'Form', id: 'f1', kind: 'RISKS' };
  const kin = { ...node, person: null, unit: { id: 'u1', name: '许可科' }, campaign: { id: 'c1' } };
  const ofForm = (found: typeof yearDifference | null) => ({
    data: { node, formLayouts: layouts, yearDifference: found },
  });
  const answer = (found: typeof yearDifference | null, more: object = {}) => ({
    FormKin: { data: { node: { ...kin, ...more } } },
    DepartmentForms: { data: { forms: { nodes: [node] } } },
    YearDifference: ofForm(found),
  });

  it('counts what is explained and what is not, and shows each change', async () => {
    const { asked } = renderPage(page, {
      answers: answer(yearDifference),
      path: '/review/f1/year',
    });
    expect(await screen.findByText(/已说明 1 处变化，未说明 1 处/)).toBeDefined();
    expect(screen.getByRole('heading', { name: /许可科.*：2025 年与 2026 年/ })).toBeDefined();
    const changed = screen.getByRole('table', { name: /修改 收受财物/ });
    expect(within(changed).getByText('说明：职责调整')).toBeDefined();
    expect(screen.getByText(/未变内容已确认与上年一致/)).toBeDefined();
    expect(asked.find((one) => one.operationName === 'DepartmentForms')?.variables).toEqual({
      filter: {
        ...{ campaignId: 'c1', unitId: 'u1', unitOnly: true },
        kinds: ['POWERS', 'RISKS', 'MEASURES'],
      },
    });
  });

  it('is of one form alone where it is a person’s', async () => {
    const { asked } = renderPage(page, {
      answers: answer(yearDifference, { person: { id: 'p1', name: '李四' } }),
      path: '/review/f1/year',
    });
    expect(await screen.findByText(/已说明 1 处变化，未说明 1 处/)).toBeDefined();
    expect(screen.getByText('李四')).toBeDefined();
    expect(asked.map((one) => one.operationName)).not.toContain('DepartmentForms');
  });

  it('says where there is no year before', async () => {
    renderPage(page, { answers: answer(null), path: '/review/f1/year' });
    expect(await screen.findByText('没有上年备案的表格可对照')).toBeDefined();
  });

  it('shows what the server says, and asks again', async () => {
    let away = true;
    renderPage(page, {
      answers: {
        ...answer(null),
        YearDifference: () =>
          away
            ? { errors: [{ message: '服务器繁忙', extensions: { code: 'UNAVAILABLE' } }] }
            : ofForm(yearDifference),
      },
      path: '/review/f1/year',
    });
    expect(await screen.findByText('服务器繁忙')).toBeDefined();
    away = false;
    fireEvent.click(screen.getByRole('button', { name: /重\s*试/ }));
    expect(await screen.findByText(/已说明 1 处变化，未说明 1 处/)).toBeDefined();
  });
});
