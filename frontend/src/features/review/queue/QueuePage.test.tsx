import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Component as QueuePage } from './QueuePage';
import { renderPage } from '@/testing/renderPage';

const row = (id: string, name: string, state = 'INSPECTION_REVIEW') => ({
  id,
  version: 3,
  kind: 'RISKS',
  state,
  revision: 1,
  dueOn: '2026-05-31',
  containsA: id === 'f1',
  submittedAt: '2026-03-02T01:00:00Z',
  unit: { id: `u-${id}`, name },
  person: null,
  campaign: { id: 'c1', year: 2026 },
});

const answers = {
  FormsToReview: {
    data: {
      formsToReview: {
        totalCount: 3,
        pageInfo: { hasNextPage: false, endCursor: null },
        nodes: [row('f1', '许可科'), row('f2', '执法科'), row('f3', '后勤科', 'REVISING')],
      },
    },
  },
  Delegations: { data: { delegations: { nodes: [] }, waitingActs: { acts: [] } } },
  ReviewForms: {
    data: {
      reviewForms: {
        results: [
          { formId: 'f1', form: { id: 'f1', version: 4, state: 'GROUP_REVIEW' }, errors: [] },
          {
            formId: 'f2',
            form: { id: 'f2', version: 4, state: 'DRAFT' },
            errors: [{ reason: 'FORM_CHANGED', message: '表格提交后内容已被修改' }],
          },
        ],
      },
    },
  },
};

describe('the queue of forms to review', () => {
  it('answers all that are chosen in one act and tells what became of each', async () => {
    const { asked } = renderPage(<QueuePage />, { answers });
    fireEvent.click(await screen.findByRole('checkbox', { name: '选择已列出的全部表格' }));
    fireEvent.click(screen.getByRole('button', { name: '批量审核（2）' }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.change(dialog.getByLabelText('审核意见'), { target: { value: '同意备案' } });
    fireEvent.click(dialog.getByRole('button', { name: /签\s*署/ }));
    expect(await screen.findByText('已审核 1 份，未能审核 1 份')).toBeDefined();
    expect(screen.getByText('表格提交后内容已被修改')).toBeDefined();
    const sent = asked.find(({ operationName }) => operationName === 'ReviewForms');
    const verdict = { expectedVersion: 3, verdict: 'APPROVED', text: '同意备案' };
    expect(sent?.variables).toEqual({
      input: {
        verdicts: [
          { formId: 'f1', ...verdict },
          { formId: 'f2', ...verdict },
        ],
      },
    });
  });

  it('keeps those that were refused chosen, and what was written for them', async () => {
    renderPage(<QueuePage />, { answers });
    fireEvent.click(await screen.findByRole('checkbox', { name: '选择已列出的全部表格' }));
    fireEvent.click(screen.getByRole('button', { name: '批量审核（2）' }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.change(dialog.getByLabelText('审核意见'), { target: { value: '同意备案' } });
    fireEvent.click(dialog.getByRole('button', { name: /签\s*署/ }));
    await screen.findByText('表格提交后内容已被修改');
    const chosen = async (name: RegExp) =>
      (await screen.findByRole<HTMLInputElement>('checkbox', { name })).checked;
    expect(await chosen(/执法科/)).toBe(true);
    expect(await chosen(/许可科/)).toBe(false);
    fireEvent.click(screen.getByRole('button', { name: '批量审核（1）' }));
    const again = within(await screen.findByRole('dialog'));
    expect(again.getByLabelText<HTMLTextAreaElement>('审核意见').value).toBe('同意备案');
  });

  it('shows why nothing was answered, with the choice and the text as they were', async () => {
    renderPage(<QueuePage />, {
      answers: {
        ...answers,
        ReviewForms: {
          errors: [
            {
              message: '服务器繁忙,请稍后再试',
              extensions: { code: 'UNAVAILABLE', requestId: 'q1' },
            },
          ],
        },
      },
    });
    fireEvent.click(await screen.findByRole('checkbox', { name: /许可科/ }));
    fireEvent.click(screen.getByRole('button', { name: '批量审核（1）' }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.click(dialog.getByRole('radio', { name: '退回' }));
    const reason = dialog.getByLabelText<HTMLTextAreaElement>('理由');
    fireEvent.change(reason, { target: { value: '风险点不全' } });
    fireEvent.click(dialog.getByRole('button', { name: /签\s*署/ }));
    expect(await dialog.findByText('服务器繁忙,请稍后再试')).toBeDefined();
    expect(reason.value).toBe('风险点不全');
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /许可科/ }).checked).toBe(true);
  });

  it('leaves requests to revise to be decided one by one', async () => {
    renderPage(<QueuePage />, { answers });
    expect(await screen.findByRole('link', { name: /后勤科/ })).toBeDefined();
    expect(screen.queryByRole('checkbox', { name: /后勤科/ })).toBeNull();
  });

  it('lets who is going away name somebody to sign for them', async () => {
    renderPage(<QueuePage />, { answers });
    expect(await screen.findByRole('heading', { name: '审核委托' })).toBeDefined();
    expect(await screen.findByText('没有进行中的委托')).toBeDefined();
  });
});
