import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { ReviewActions } from './ReviewActions';
import { renderPage } from '@/lib/testing';

const stand = (allowedReviewActions: string[]) => ({
  data: {
    node: {
      __typename: 'Form',
      id: 'f1',
      version: 5,
      state: 'LEADER_REVIEW',
      overdue: false,
      allowedReviewActions,
      returnTo: ['DRAFT', 'DEPT_REVIEW'],
    },
  },
});

describe('the steps of a review', () => {
  it('are those that the server allows, and a refused return keeps its reason', async () => {
    const { asked } = renderPage(<ReviewActions formId="f1" onChanged={() => undefined} />, {
      answers: {
        ReviewStand: stand(['APPROVE', 'RETURN']),
        ReturnForm: {
          errors: [
            {
              message: '该表格现由“李四”审核',
              extensions: { code: 'FORBIDDEN', reason: 'REVIEWER_MOVED' },
            },
          ],
        },
      },
    });
    expect(await screen.findByRole('button', { name: /同\s*意/ })).toBeDefined();
    expect(screen.queryByRole('button', { name: /撤\s*回/ })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: /退\s*回/ }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.click(dialog.getByRole('radio', { name: '部门审核' }));
    const reason = dialog.getByLabelText<HTMLTextAreaElement>('理由');
    fireEvent.change(reason, { target: { value: '风险点不全' } });
    fireEvent.click(dialog.getByRole('button', { name: /退\s*回/ }));
    expect(await dialog.findByText('该表格现由“李四”审核')).toBeDefined();
    await waitFor(() => expect(reason.value).toBe('风险点不全'));
    expect(asked.at(-1)?.variables).toEqual({
      input: { formId: 'f1', expectedVersion: 5, to: 'DEPT_REVIEW', reason: '风险点不全' },
    });
  });

  it('begin with saving what is typed', async () => {
    const before = vi.fn(async () => false);
    renderPage(<ReviewActions formId="f1" before={before} onChanged={() => undefined} />, {
      answers: { ReviewStand: stand(['SUBMIT']) },
    });
    fireEvent.click(await screen.findByRole('button', { name: /提\s*交/ }));
    await waitFor(() => expect(before).toHaveBeenCalled());
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('show what a form should be looked at for before it is handed in', async () => {
    const order: string[] = [];
    const hint = { kind: 'NOTHING_GRAVE', rowId: null, title: '', count: 3, lacks: [] };
    const { asked } = renderPage(
      <ReviewActions
        formId="f1"
        before={async () => {
          order.push('saved');
          return true;
        }}
        onChanged={() => undefined}
      />,
      {
        answers: {
          ReviewStand: stand(['SUBMIT']),
          FormHints: {
            data: {
              node: { __typename: 'Form', id: 'f1', hints: [{ ...hint, comparedWith: [] }] },
            },
          },
          SubmitForm: { data: { submitForm: { form: { id: 'f1' }, problems: [] } } },
        },
      },
    );
    fireEvent.click(await screen.findByRole('button', { name: /提\s*交/ }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText('3 个风险点中没有 A 级或 B 级')).toBeDefined();
    // What is typed is saved by then: the hints are about it.
    expect(order).toEqual(['saved']);
    fireEvent.click(dialog.getByRole('button', { name: /提\s*交/ }));
    await waitFor(() =>
      expect(asked.map(({ operationName }) => operationName)).toContain('SubmitForm'),
    );
  });
});
