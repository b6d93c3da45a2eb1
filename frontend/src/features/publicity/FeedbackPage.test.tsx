import {
  fireEvent,
  screen,
  waitFor,
  within,
  type BoundFunctions,
  type queries,
} from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Component as FeedbackPage } from './FeedbackPage';
import { renderPage } from '@/testing/renderPage';

type Dialog = BoundFunctions<typeof queries>;

const one = {
  __typename: 'PublicFeedback',
  id: 'b1',
  version: 1,
  unit: { id: 'u1', name: '许可科' },
  form: { id: 'f1', kind: 'RISKS' },
  text: '办理时限与窗口公布的不一致',
  contact: '信箱 12',
  receivedOn: '2026-06-01',
  state: 'RECEIVED',
  handling: '',
  handler: null,
  handledAt: null,
  noticePath: '/public/abc',
};
const list = (nodes: object[]) => ({
  data: {
    publicFeedback: {
      totalCount: nodes.length,
      pageInfo: { hasNextPage: false, endCursor: null },
      nodes,
    },
  },
});
const stale = {
  errors: [
    {
      message: '该内容已被他人修改',
      extensions: { code: 'CONFLICT', reason: 'STALE_VERSION', field: 'expectedVersion' },
    },
  ],
};

async function open() {
  fireEvent.click(await screen.findByRole('button', { name: /^处\s*理$/ }));
  const dialog = within(await screen.findByRole('dialog'));
  return { dialog, text: dialog.getByLabelText<HTMLTextAreaElement>('处理情况') };
}
const send = (dialog: Dialog) => fireEvent.click(dialog.getByRole('button', { name: /处\s*理$/ }));

describe('what the public wrote', () => {
  it('is shown with where it was read, and asked for by its state', async () => {
    const { asked } = renderPage(<FeedbackPage />, { answers: { PublicFeedback: list([one]) } });
    const row = await screen.findByRole('row', { name: /办理时限与窗口公布的不一致/ });
    expect(within(row).getByRole('link').getAttribute('href')).toBe('/public/abc');
    expect(within(row).getByText('信箱 12')).toBeDefined();
    expect(asked[0]?.variables).toMatchObject({ filter: { states: ['RECEIVED'] } });
  });

  it('says so where there is none', async () => {
    renderPage(<FeedbackPage />, { answers: { PublicFeedback: list([]) } });
    expect(await screen.findByText('没有公示反馈')).toBeDefined();
  });

  it('is handled with a word on what was done', async () => {
    const { asked } = renderPage(<FeedbackPage />, {
      answers: {
        PublicFeedback: list([one]),
        HandleFeedback: {
          data: { handleFeedback: { feedback: { ...one, version: 2, state: 'HANDLED' } } },
        },
      },
    });
    const { dialog, text } = await open();
    send(dialog);
    expect(await dialog.findByText('请填写处理情况')).toBeDefined();
    fireEvent.change(text, { target: { value: '已核实更正' } });
    send(dialog);
    expect(await screen.findByText('处理情况已记录')).toBeDefined();
    await waitFor(() =>
      expect(asked.filter((it) => it.operationName === 'PublicFeedback')).toHaveLength(2),
    );
    expect(asked.find((it) => it.operationName === 'HandleFeedback')?.variables).toEqual({
      input: { feedbackId: 'b1', expectedVersion: 1, handling: '已核实更正' },
    });
  });

  it('that somebody else handled meanwhile shows what they wrote beside what is typed', async () => {
    let version = 1;
    const { asked } = renderPage(<FeedbackPage />, {
      answers: {
        PublicFeedback: list([one]),
        HandleFeedback: () => {
          if (version > 1)
            return { data: { handleFeedback: { feedback: { ...one, version: 3 } } } };
          version = 2;
          return stale;
        },
        FeedbackStand: {
          data: {
            node: { __typename: 'PublicFeedback', id: 'b1', version: 2, handling: '已电话回复' },
          },
        },
      },
    });
    const { dialog, text } = await open();
    fireEvent.change(text, { target: { value: '已核实更正' } });
    send(dialog);
    fireEvent.click(await dialog.findByRole('button', { name: '载入最新内容并保留我的填写' }));
    expect(await dialog.findByText('他人已改为：已电话回复')).toBeDefined();
    expect(text.value).toBe('已核实更正');
    send(dialog);
    expect(await screen.findByText('处理情况已记录')).toBeDefined();
    expect(
      asked.filter((it) => it.operationName === 'HandleFeedback').at(-1)?.variables.input,
    ).toMatchObject({ expectedVersion: 2, handling: '已核实更正' });
  });

  it('keeps what is typed when the server fails, and when the dialog is closed', async () => {
    renderPage(<FeedbackPage />, {
      answers: {
        PublicFeedback: list([one]),
        HandleFeedback: {
          errors: [{ message: '服务器繁忙', extensions: { code: 'UNAVAILABLE' } }],
        },
      },
    });
    const { dialog, text } = await open();
    fireEvent.change(text, { target: { value: '已核实更正' } });
    send(dialog);
    expect(await dialog.findByText('服务器繁忙')).toBeDefined();
    expect(text.value).toBe('已核实更正');
    fireEvent.click(dialog.getByRole('button', { name: /取\s*消/ }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect((await open()).text.value).toBe('已核实更正');
  });
});
