import {
  fireEvent,
  screen,
  waitFor,
  within,
  type BoundFunctions,
  type queries,
} from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Component as ObjectionsPage } from './ObjectionsPage';
import { renderPage } from '@/testing/renderPage';

type Dialog = BoundFunctions<typeof queries>;

const objection = (id: string, person: string, more: object = {}) => ({
  __typename: 'Objection',
  id,
  version: 1,
  unit: { __typename: 'Unit', id: 'u1', name: '许可科' },
  person: { __typename: 'Person', id: `p-${id}`, name: person },
  aboutText: '收受财物',
  text: '与事实不符',
  tier: 'LEADER_IN_CHARGE',
  dueOn: '2026-02-01',
  overdue: false,
  state: 'RAISED',
  outcome: null,
  answer: '',
  answererName: '',
  createdAt: '2026-01-02T08:00:00Z',
  mayAnswer: true,
  ...more,
});
const list = (nodes: object[]) => ({
  data: {
    objections: {
      totalCount: nodes.length,
      pageInfo: { hasNextPage: false, endCursor: null },
      nodes,
    },
  },
});
const answers = {
  Objections: list([
    objection('o1', '赵六', { overdue: true }),
    objection('o2', '孙七', {
      mayAnswer: false,
      state: 'ANSWERED',
      outcome: 'UPHELD',
      answer: '已更正',
      answererName: '张副局长',
    }),
  ]),
};
const refusal = (message: string, extensions: object) => ({ errors: [{ message, extensions }] });

async function answerTo(person: string) {
  fireEvent.click(await screen.findByRole('button', { name: `答复 ${person}` }));
  return within(await screen.findByRole('dialog'));
}
function write(dialog: Dialog, text: string) {
  fireEvent.click(dialog.getAllByRole('radio')[0] as HTMLElement);
  const box = dialog.getByLabelText<HTMLTextAreaElement>('复核意见');
  fireEvent.change(box, { target: { value: text } });
  return box;
}

describe('objections to answer', () => {
  it('show their clocks, and are answered by those who may', async () => {
    const { asked } = renderPage(<ObjectionsPage />, { answers });
    expect(await screen.findByText('已逾期（应于 2026-02-01 前答复）')).toBeDefined();
    expect(screen.queryByRole('button', { name: '答复 孙七' })).toBeNull();
    expect(screen.getByText(/已更正/)).toBeDefined();
    expect(asked[0]?.variables).toMatchObject({
      filter: { states: ['RAISED'], forMyTier: true },
    });
  });

  it('need an outcome and an answer', async () => {
    const { asked } = renderPage(<ObjectionsPage />, { answers });
    const dialog = await answerTo('赵六');
    fireEvent.click(dialog.getByRole('button', { name: '提交答复' }));
    expect(await dialog.findByText('请填写复核结论')).toBeDefined();
    expect(dialog.getByText('请填写复核意见')).toBeDefined();
    expect(asked.some((one) => one.operationName === 'AnswerObjection')).toBe(false);
  });

  it('are answered, and the list is asked for again', async () => {
    const { asked } = renderPage(<ObjectionsPage />, {
      answers: {
        ...answers,
        AnswerObjection: {
          data: { answerObjection: { objection: objection('o1', '赵六', { state: 'ANSWERED' }) } },
        },
      },
    });
    const dialog = await answerTo('赵六');
    write(dialog, '经复核，予以更正');
    fireEvent.click(dialog.getByRole('button', { name: '提交答复' }));
    expect(await screen.findByText('已答复')).toBeDefined();
    await waitFor(() =>
      expect(asked.filter((one) => one.operationName === 'Objections')).toHaveLength(2),
    );
    expect(asked.find((one) => one.operationName === 'AnswerObjection')?.variables).toMatchObject({
      input: { objectionId: 'o1', expectedVersion: 1, answer: '经复核，予以更正' },
    });
  });

  it('that was withdrawn meanwhile says so, and keeps the answer to be copied', async () => {
    renderPage(<ObjectionsPage />, {
      answers: {
        ...answers,
        AnswerObjection: refusal('该内容已被他人修改', {
          code: 'CONFLICT',
          reason: 'STALE_VERSION',
          field: 'expectedVersion',
        }),
        ObjectionStand: {
          data: { node: { __typename: 'Objection', id: 'o1', version: 2, mayAnswer: false } },
        },
      },
    });
    const dialog = await answerTo('赵六');
    const text = write(dialog, '经复核，予以更正');
    fireEvent.click(dialog.getByRole('button', { name: '提交答复' }));
    fireEvent.click(await dialog.findByRole('button', { name: '载入最新内容并保留我的填写' }));
    expect(await dialog.findByText(/该申诉已答复、已撤回，或不再由您答复/)).toBeDefined();
    expect(text.value).toBe('经复核，予以更正');
  });

  it('find an answer again after an error and a reload', async () => {
    const failing = {
      ...answers,
      AnswerObjection: refusal('服务器繁忙,请稍后再试', { code: 'UNAVAILABLE' }),
    };
    const page = renderPage(<ObjectionsPage />, { answers: failing });
    const dialog = await answerTo('赵六');
    write(dialog, '经复核，予以更正');
    fireEvent.click(dialog.getByRole('button', { name: '提交答复' }));
    expect(await dialog.findByText('服务器繁忙,请稍后再试')).toBeDefined();
    page.unmount();
    renderPage(<ObjectionsPage />, { answers: failing });
    const again = await answerTo('赵六');
    expect(again.getByText('已恢复您上次未提交的内容。')).toBeDefined();
    expect(again.getByLabelText<HTMLTextAreaElement>('复核意见').value).toBe('经复核，予以更正');
    expect(again.getAllByRole<HTMLInputElement>('radio')[0]?.checked).toBe(true);
  });
});
