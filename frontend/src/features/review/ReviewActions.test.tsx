import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { ReviewActions } from './ReviewActions';
import { renderPage } from '@/testing/renderPage';

const stand = (allowedReviewActions: string[], more: object = {}) => ({
  data: {
    node: {
      __typename: 'Form',
      id: 'f1',
      version: 5,
      state: 'LEADER_REVIEW',
      overdue: false,
      allowedReviewActions,
      returnTo: ['DRAFT', 'DEPT_REVIEW'],
      ...more,
    },
  },
});
const refusal = (message: string, extensions: object) => ({ errors: [{ message, extensions }] });
const stale = refusal('该表格已有变动,现为“领导审核”(第 1 次修订)', {
  code: 'CONFLICT',
  reason: 'STALE_VERSION',
  field: 'expectedVersion',
});
const nothing = () => undefined;

async function begin(action: RegExp) {
  fireEvent.click(await screen.findByRole('button', { name: action }));
  return within(await screen.findByRole('dialog'));
}
const typeInto = (box: HTMLElement, value: string) => fireEvent.change(box, { target: { value } });

describe('the steps of a review', () => {
  it('are those that the server allows, and a refused return keeps its reason', async () => {
    const { asked } = renderPage(<ReviewActions formId="f1" onChanged={nothing} />, {
      answers: {
        ReviewStand: stand(['APPROVE', 'RETURN']),
        ReturnForm: refusal('该表格现由“李四”审核', {
          code: 'FORBIDDEN',
          reason: 'REVIEWER_MOVED',
        }),
      },
    });
    expect(await screen.findByRole('button', { name: /^同\s*意$/ })).toBeDefined();
    expect(screen.queryByRole('button', { name: /撤\s*回/ })).toBeNull();
    const dialog = await begin(/退\s*回/);
    fireEvent.click(dialog.getByRole('radio', { name: '部门审核' }));
    const reason = dialog.getByLabelText<HTMLTextAreaElement>('理由');
    typeInto(reason, '风险点不全');
    fireEvent.click(dialog.getByRole('button', { name: /退\s*回/ }));
    expect(await dialog.findByText('该表格现由“李四”审核')).toBeDefined();
    await waitFor(() => expect(reason.value).toBe('风险点不全'));
    expect(asked.find(({ operationName }) => operationName === 'ReturnForm')?.variables).toEqual({
      input: { formId: 'f1', expectedVersion: 5, to: 'DEPT_REVIEW', reason: '风险点不全' },
    });
  });

  it('ask for a reason where one is needed', async () => {
    const { asked } = renderPage(<ReviewActions formId="f1" onChanged={nothing} />, {
      answers: { ReviewStand: stand(['RETURN']) },
    });
    const dialog = await begin(/退\s*回/);
    fireEvent.click(dialog.getByRole('button', { name: /退\s*回/ }));
    expect(await dialog.findByText('请填写理由')).toBeDefined();
    expect(asked.some(({ operationName }) => operationName === 'ReturnForm')).toBe(false);
  });

  it('keep a decision when the form goes out of sight while it is signed', async () => {
    let seen = true;
    renderPage(<ReviewActions formId="f1" onChanged={nothing} />, {
      answers: {
        ReviewStand: () => (seen ? stand(['APPROVE']) : { data: { node: null } }),
        ApproveForm: () => {
          seen = false;
          return refusal('该表格现由“李四”审核', { code: 'FORBIDDEN', reason: 'REVIEWER_MOVED' });
        },
      },
    });
    const dialog = await begin(/^同\s*意$/);
    const decision = dialog.getByLabelText<HTMLTextAreaElement>('审核意见');
    typeInto(decision, '情况属实');
    fireEvent.click(dialog.getByRole('button', { name: /^同\s*意$/ }));
    expect(await dialog.findByText('该表格现由“李四”审核')).toBeDefined();
    await waitFor(() =>
      expect(screen.queryAllByRole('button', { name: /^同\s*意$/ })).toHaveLength(1),
    );
    expect(decision.isConnected).toBe(true);
    expect(decision.value).toBe('情况属实');
  });

  it('go on from the newest version with the decision as it was typed', async () => {
    let version = 5;
    const { asked } = renderPage(<ReviewActions formId="f1" onChanged={nothing} />, {
      answers: {
        ReviewStand: () => stand(['APPROVE'], { version }),
        ApproveForm: ({ variables }) => {
          version = 6;
          const { expectedVersion } = variables.input as { expectedVersion: number };
          if (expectedVersion < version) return stale;
          const form = { __typename: 'Form', id: 'f1', version: 7, state: 'INSPECTION_REVIEW' };
          return { data: { approveForm: { form } } };
        },
      },
    });
    const dialog = await begin(/^同\s*意$/);
    typeInto(dialog.getByLabelText('审核意见'), '情况属实');
    fireEvent.click(dialog.getByRole('button', { name: /^同\s*意$/ }));
    expect(await dialog.findByText('该内容已被他人修改')).toBeDefined();
    fireEvent.click(dialog.getByRole('button', { name: '载入最新内容并保留我的填写' }));
    expect(await dialog.findByText('已载入最新内容，请核对后保存。')).toBeDefined();
    fireEvent.click(dialog.getByRole('button', { name: /同\s*意$/ }));
    expect(await screen.findByText('意见已签署')).toBeDefined();
    expect(
      asked.filter(({ operationName }) => operationName === 'ApproveForm').at(-1)?.variables,
    ).toEqual({ input: { formId: 'f1', expectedVersion: 6, text: '情况属实' } });
  });

  it('say so where the newest version is another stage, and keep the decision to be copied', async () => {
    let moved = false;
    renderPage(<ReviewActions formId="f1" onChanged={nothing} />, {
      answers: {
        ReviewStand: () => stand(moved ? [] : ['APPROVE']),
        ApproveForm: () => {
          moved = true;
          return stale;
        },
      },
    });
    const dialog = await begin(/^同\s*意$/);
    const decision = dialog.getByLabelText<HTMLTextAreaElement>('审核意见');
    typeInto(decision, '情况属实');
    fireEvent.click(dialog.getByRole('button', { name: /^同\s*意$/ }));
    fireEvent.click(await dialog.findByRole('button', { name: '载入最新内容并保留我的填写' }));
    expect(await dialog.findByText(/表格已有变动，您不能再作此操作/)).toBeDefined();
    expect(decision.value).toBe('情况属实');
  });

  it('find a decision again that was typed before the dialog was closed', async () => {
    renderPage(<ReviewActions formId="f1" onChanged={nothing} />, {
      answers: { ReviewStand: stand(['APPROVE', 'RETURN']) },
    });
    const dialog = await begin(/^同\s*意$/);
    typeInto(dialog.getByLabelText('审核意见'), '写了一半');
    fireEvent.click(dialog.getByRole('button', { name: /取\s*消/ }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const again = await begin(/^同\s*意$/);
    expect(again.getByLabelText<HTMLTextAreaElement>('审核意见').value).toBe('写了一半');
    fireEvent.click(again.getByRole('button', { name: '不用这些内容' }));
    expect(again.getByLabelText<HTMLTextAreaElement>('审核意见').value).toBe('');
  });
});

describe('handing a form in', () => {
  const open = (answers: object, more: object = {}) =>
    renderPage(<ReviewActions formId="f1" onChanged={nothing} />, {
      answers: { ReviewStand: stand(['SUBMIT'], { state: 'DRAFT', ...more }), ...answers },
    });
  const problem = { section: 'risks', key: 'r1', column: 'title', message: '不能为空' };
  const refused = {
    data: { submitForm: { submitted: false, problems: [problem], form: null } },
  };

  it('begins with saving what is typed', async () => {
    const before = vi.fn(async () => false);
    renderPage(<ReviewActions formId="f1" before={before} onChanged={nothing} />, {
      answers: { ReviewStand: stand(['SUBMIT']) },
    });
    fireEvent.click(await screen.findByRole('button', { name: /提\s*交/ }));
    await waitFor(() => expect(before).toHaveBeenCalled());
    expect(await screen.findByText('有内容尚未保存，请先保存后再提交')).toBeDefined();
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

  it('late asks why, and has not forgotten it once the problems of the form are corrected', async () => {
    open({ SubmitForm: refused }, { overdue: true });
    const dialog = await begin(/提\s*交/);
    fireEvent.click(dialog.getByRole('button', { name: /提\s*交/ }));
    expect(await dialog.findByText('请填写逾期原因')).toBeDefined();
    typeInto(dialog.getByLabelText('逾期原因'), '人员调整');
    fireEvent.click(dialog.getByRole('button', { name: /提\s*交/ }));
    expect(await screen.findByText('有 1 处问题，未能提交，请逐项更正')).toBeDefined();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const again = await begin(/提\s*交/);
    expect(again.getByLabelText<HTMLTextAreaElement>('逾期原因').value).toBe('人员调整');
  });

  it('asks why once the deadline has passed while the page was open', async () => {
    let overdue = false;
    const said = '该表格的填报截止日期是 2026-05-31,现已逾期;请说明逾期原因后再提交';
    const { asked } = renderPage(<ReviewActions formId="f1" onChanged={nothing} />, {
      answers: {
        ReviewStand: () => stand(['SUBMIT'], { overdue }),
        SubmitForm: () => {
          overdue = true;
          return refusal(said, {
            code: 'INVALID',
            reason: 'PAST_DEADLINE',
            field: 'input.lateReason',
          });
        },
      },
    });
    const dialog = await begin(/提\s*交/);
    expect(dialog.queryByLabelText('逾期原因')).toBeNull();
    fireEvent.click(dialog.getByRole('button', { name: /提\s*交/ }));
    expect(await dialog.findByText(said)).toBeDefined();
    typeInto(await dialog.findByLabelText('逾期原因'), '人员调整');
    fireEvent.click(dialog.getByRole('button', { name: /提\s*交/ }));
    await waitFor(() =>
      expect(
        asked.filter(({ operationName }) => operationName === 'SubmitForm').at(-1)?.variables,
      ).toEqual({ input: { formId: 'f1', expectedVersion: 5, lateReason: '人员调整' } }),
    );
  });
});
