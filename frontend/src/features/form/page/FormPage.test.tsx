import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Component as FormPage } from './FormPage';
import { contentOf, someForm, someLayout, twoRows } from '../samples';
import type { Content, Layout } from '../query';
import { renderPage } from '@/testing/renderPage';
import * as upload from '@/lib/upload';

interface Saved {
  expectedVersion: number;
  rows: { key: string; cells: { code: string; text: string }[]; note: string; removed: boolean }[];
  forget: { key: string }[];
  confirmed?: boolean;
}

// Typename by typename, as the cache of the client asks for them.
const typed = (content: Content) => ({ __typename: 'FormContent', ...content });
let content: Content;
let layout: Layout;
let saved: Saved[];
let away: boolean;
let refusal: object | null;

beforeEach(() => {
  localStorage.clear();
  content = contentOf(twoRows, { draftSavedAt: '2026-11-23T04:03:00Z' });
  layout = someLayout;
  saved = [];
  away = false;
  refusal = null;
});
afterEach(() => vi.useRealTimers());

async function openPage(more: Partial<typeof someForm> = {}) {
  const view = renderPage(<FormPage />, {
    path: '/forms/f1',
    answers: {
      FormLayouts: { data: { formLayouts: [layout] } },
      FormEntry: () => ({
        data: { node: { __typename: 'Form', ...someForm, ...more, content: typed(content) } },
      }),
      SaveFormDraft: ({ variables }) => {
        if (away) throw new Error('no network');
        if (refusal) return { errors: [refusal] };
        const input = variables.input as Saved;
        saved.push(input);
        content = {
          ...content,
          draftVersion: content.draftVersion + 1,
          sections: content.sections.map((section) => ({
            ...section,
            rows: [
              ...section.rows,
              ...input.rows
                .filter(({ key }) => !section.rows.some((row) => row.key === key))
                .map(({ key, note, removed }) => ({
                  ...{ key, note, removed, edited: true, editedColumns: [] },
                  cells: ['', '', '', '', ''],
                })),
            ].map((row) => {
              const typed = input.rows.find(({ key }) => key === row.key);
              const cells = someLayout.tables[0]?.columns.map(
                ({ code }, i) =>
                  typed?.cells.find((cell) => cell.code === code)?.text ?? row.cells[i] ?? '',
              );
              return { ...row, cells: cells ?? [], removed: typed?.removed ?? row.removed };
            }),
          })),
        };
        return { data: { saveFormDraft: { content: typed(content) } } };
      },
      Attachments: {
        data: {
          attachments: {
            ...{ __typename: 'AttachmentList', mayAttach: true, types: ['.pdf'], rows: [] },
            ...{ mostBytes: 1024, mostFiles: 50, files: [] },
          },
        },
      },
      ApplyForm: () => ({ data: { applyForm: { applied: true, content: typed(content) } } }),
    },
  });
  await screen.findByRole('grid');
  return view;
}

const cell = (row: number, column: number) => {
  const found = document.querySelector<HTMLElement>(
    `td[data-row="${row}"][data-column="${column}"]`,
  );
  if (!found) throw new Error(`no cell ${row}/${column}`);
  return found;
};
const focused = () => document.activeElement as HTMLInputElement;
const press = (key: string, more: object = {}) => fireEvent.keyDown(focused(), { key, ...more });
const enter = (text: string) => fireEvent.change(focused(), { target: { value: text } });
const choose = (row: number, column: number) => fireEvent.mouseDown(cell(row, column));
const texts = (row: number) =>
  [0, 1, 2, 3, 4].map((column) => cell(row, column).querySelector('.cell-text')?.textContent);

async function paste(text: string) {
  const event = new Event('paste', { bubbles: true, cancelable: true });
  Object.assign(event, { clipboardData: { getData: () => text, setData: () => undefined } });
  await act(async () => {
    document.dispatchEvent(event);
  });
}

describe('the page of a form', () => {
  it('is filled in with the keyboard alone, and saves by itself', async () => {
    await openPage();
    act(() => screen.getByRole('textbox', { name: '风险点，第1行' }).focus());
    enter('收受礼金');
    press('Tab');
    expect(focused().getAttribute('aria-label')).toBe('表现情形，第1行');
    press('F2');
    enter('收受下属礼金');
    press('Enter');
    expect(focused().getAttribute('aria-label')).toBe('表现情形，第2行');
    press('Tab');
    enter('5');
    press('Tab');
    // What is computed is passed over.
    expect(focused().getAttribute('aria-label')).toBe('查找方式，第2行');
    press('Enter', { ctrlKey: true });
    expect(focused().getAttribute('aria-label')).toBe('风险点，第3行');
    enter('泄露信息');
    press('Enter');
    expect(await screen.findByText(/^已保存/)).toBeDefined();
    await waitFor(() => expect(saved.length).toBeGreaterThan(0));
    const rows = saved.flatMap((input) => input.rows);
    expect(rows.find(({ key }) => key === 'r1')?.cells).toEqual([
      { code: 'title', text: '收受礼金' },
      { code: 'manifestation', text: '收受下属礼金' },
    ]);
    expect(rows.find(({ key }) => key === 'r2')?.cells).toEqual([
      { code: 'likelihood', text: '5' },
    ]);
    expect(rows.find(({ key }) => key.startsWith('new-'))?.cells).toEqual([
      { code: 'title', text: '泄露信息' },
    ]);
  });

  it('takes a cell back with Esc, and steps with Ctrl+Z', async () => {
    await openPage();
    choose(0, 0);
    enter('不要了');
    press('Escape');
    expect(texts(0)[0]).toBe('收受财物');
    choose(0, 0);
    press('Delete');
    expect(texts(0)[0]).toBe('');
    press('z', { ctrlKey: true });
    expect(texts(0)[0]).toBe('收受财物');
  });

  it('takes a block from a spreadsheet, and adds the rows that it needs', async () => {
    await openPage();
    choose(1, 0);
    await paste('甲\t"第一行\n第二行"\t４\t忽略\t群众帮\r\n乙\t二\t1\t\t\r\n');
    expect(texts(1)).toEqual(['甲', '第一行\n第二行', '4', 'C', '群众帮']);
    expect(texts(2)).toEqual(['乙', '二', '1', '', '']);
    expect(
      screen.getByText('已粘贴 2 行，其中新增 1 行。 1 个不需填写的单元格没有改动。'),
    ).toBeDefined();
    press('z', { ctrlKey: true });
    expect(texts(1)[0]).toBe('违规审批');
    expect(document.querySelectorAll('tbody tr')).toHaveLength(2);
  });

  it('copies a rectangle so that a spreadsheet takes it', async () => {
    await openPage();
    choose(0, 0);
    press('ArrowRight', { shiftKey: true });
    press('ArrowDown', { shiftKey: true });
    let copied = '';
    const event = new Event('copy', { bubbles: true, cancelable: true });
    Object.assign(event, {
      clipboardData: { setData: (_: string, text: string) => (copied = text) },
    });
    document.dispatchEvent(event);
    expect(copied).toBe('收受财物\t现场收受\n违规审批\t降低条件');
  });

  it('offers the words of a choice, and takes the one that is pointed at', async () => {
    await openPage();
    choose(0, 4);
    press('F2');
    const list = screen.getByRole('listbox');
    expect(within(list).getAllByRole('option')).toHaveLength(3);
    enter('自己找、群');
    expect(within(screen.getByRole('listbox')).getAllByRole('option')).toHaveLength(1);
    press('ArrowDown');
    press('Enter');
    expect(focused().value).toBe('自己找、群众帮');
    press('Escape');
    expect(texts(0)[4]).toBe('自己找');
  });

  it('marks what is wrong at its cell, and leads there', async () => {
    content = {
      ...content,
      problems: [
        { section: 'risks', key: 'r2', column: 'likelihood', reason: 'X', message: '只能是1到5' },
        { section: null, key: null, column: null, reason: 'Y', message: '至少一行' },
      ],
    };
    await openPage();
    expect(cell(1, 2).getAttribute('aria-invalid')).toBe('true');
    const said = cell(1, 2).getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(said)?.textContent).toBe('只能是1到5');
    expect(screen.getByRole('button', { name: '2 处问题' })).toBeDefined();
    const panel = screen.getByRole('region', { name: '待改正的问题（2）' });
    fireEvent.click(within(panel).getByRole('button', { name: '第2行 · 可能性' }));
    expect(focused().getAttribute('aria-label')).toBe('可能性，第2行');
    expect(focused().getAttribute('aria-describedby')).toBe(said);
  });

  it('strikes a row through that is to be removed, and keeps it again', async () => {
    await openPage();
    choose(0, 0);
    fireEvent.click(screen.getByRole('button', { name: '删除本行' }));
    expect(document.querySelectorAll('tr.is-removed')).toHaveLength(1);
    fireEvent.click(screen.getByRole('button', { name: '取消删除' }));
    expect(document.querySelectorAll('tr.is-removed')).toHaveLength(0);
  });

  it('tries again when the server was away, and says so', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    await openPage();
    away = true;
    choose(0, 0);
    enter('断网时写的');
    await act(() => vi.advanceTimersByTimeAsync(1100));
    expect(await screen.findByText('未保存，正在重试')).toBeDefined();
    expect(texts(0)[0]).toBe('断网时写的');
    away = false;
    await act(() => vi.advanceTimersByTimeAsync(2100));
    expect(await screen.findByText(/^已保存/)).toBeDefined();
    expect(saved).toHaveLength(1);
  });

  it('keeps what is typed when the form was handed in meanwhile, and finds it again', async () => {
    refusal = {
      message: '表格已提交，正由“李四”审核，不能填写',
      extensions: { code: 'INVALID_TRANSITION', reason: 'NOT_DRAFT' },
    };
    const page = await openPage();
    choose(0, 0);
    enter('还没保存');
    press('Enter');
    expect(
      await screen.findByText('服务器没有接受所填内容。内容仍保留在本页和本机浏览器中。'),
    ).toBeDefined();
    expect(screen.getByText('表格已提交，正由“李四”审核，不能填写')).toBeDefined();
    expect(texts(0)[0]).toBe('还没保存');
    page.unmount();
    refusal = null;
    await openPage();
    expect(texts(0)[0]).toBe('还没保存');
    expect(screen.getByText('已恢复您上次填写而未存到服务器的内容，正在保存。')).toBeDefined();
    await waitFor(() => expect(saved).toHaveLength(1));
  });

  it('says that the pledge is missing until it is written', async () => {
    const pledge = { code: 'pledge', title: '廉洁承诺', input: 'LONG', options: [] } as const;
    const plain = { required: true, most: 2000, width: 0, group: '', decided: false };
    layout = { ...someLayout, fields: [{ ...pledge, ...plain, options: [] }] };
    content = { ...content, fields: [''] };
    await openPage();
    expect(screen.getByRole('heading', { name: '待改正的问题（1）' })).toBeDefined();
    const field = screen.getByLabelText(/^廉洁承诺/);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    fireEvent.change(field, { target: { value: '本人承诺' } });
    expect(await screen.findByRole('heading', { name: '待改正的问题（0）' })).toBeDefined();
  });

  it('asks for no confirmation where nothing was filed the year before', async () => {
    await openPage();
    expect(screen.queryByRole('checkbox', { name: '未作改动的行，确认与上年登记一致' })).toBeNull();
  });

  it('confirms in one act what did not change, and explains what did', async () => {
    const message = '未变化的内容须一次性确认与上年一致';
    const missing = { section: null, key: null, column: null, message };
    content = { ...content, unexplained: [{ ...missing, reason: 'UNCHANGED_UNCONFIRMED' }] };
    await openPage();
    expect(screen.getByText(message)).toBeDefined();
    fireEvent.click(screen.getByRole('checkbox', { name: '未作改动的行，确认与上年登记一致' }));
    choose(0, 5);
    expect(focused().getAttribute('aria-label')).toBe('与上年相比的变动说明，第1行');
    enter('职责调整');
    press('Enter');
    await waitFor(() => expect(saved.some(({ confirmed }) => confirmed === true)).toBe(true));
    await waitFor(() =>
      expect(saved.flatMap(({ rows }) => rows).find(({ key }) => key === 'r1')?.note).toBe(
        '职责调整',
      ),
    );
  });

  it('says when it is overdue, and why it was returned', async () => {
    await openPage({
      overdue: true,
      returnedAt: '2026-11-20T01:00:00Z',
      returnReason: '风险点不全',
    });
    expect(screen.getByText('已逾期')).toBeDefined();
    expect(screen.getByText(/^此表于 .* 被退回$/)).toBeDefined();
    expect(screen.getByText('风险点不全')).toBeDefined();
    // A deadline that has passed stops nobody from typing.
    expect(screen.getByRole('button', { name: '增加一行' })).toBeDefined();
  });

  it('saves what is typed before it writes the register', async () => {
    const { asked } = await openPage();
    choose(0, 0);
    enter('刚写的');
    fireEvent.click(screen.getByRole('button', { name: '存入登记簿' }));
    await screen.findByText('已全部存入登记簿');
    const order = asked
      .map(({ operationName }) => operationName)
      .filter((name) => ['SaveFormDraft', 'ApplyForm'].includes(name));
    expect(order).toEqual(['SaveFormDraft', 'ApplyForm']);
    const apply = asked.find(({ operationName }) => operationName === 'ApplyForm');
    expect(apply?.variables).toEqual({ input: { formId: 'f1', expectedVersion: 2 } });
  });

  it('takes files for a row, a new one once it is saved', async () => {
    const send = vi.spyOn(upload, 'sendFile').mockReturnValue({
      end: Promise.resolve({ kind: 'done', id: 's3' }),
      cancel: () => undefined,
    });
    await openPage();
    const files = () => screen.getByRole('button', { name: '本行佐证' });
    const attach = async () => {
      const dialog = within(await screen.findByRole('dialog'));
      fireEvent.change(await dialog.findByLabelText('添加文件'), {
        target: { files: [new File(['%PDF-1.7'], '照片.pdf')] },
      });
      return dialog;
    };
    choose(1, 0);
    fireEvent.click(files());
    const dialog = await attach();
    expect(dialog.getByText('第 2 行的佐证：违规审批')).toBeDefined();
    expect(send.mock.lastCall?.[0]).toBe('attachment?owner=f1&row=r2');
    fireEvent.click(dialog.getByRole('button', { name: /Close|关闭/ }));
    // A row in which nothing stands takes none.
    choose(1, 0);
    press('Enter', { ctrlKey: true });
    expect(files()).toHaveProperty('disabled', true);
    enter('泄露信息');
    press('Enter');
    choose(2, 0);
    fireEvent.click(files());
    await attach();
    const added = saved.flatMap(({ rows }) => rows).find(({ key }) => key.startsWith('new-'));
    expect(send.mock.lastCall?.[0]).toBe(`attachment?owner=f1&row=${added?.key}`);
  });

  it('can be read and not typed into by others', async () => {
    await openPage({ mayFill: false });
    expect(screen.queryByRole('button', { name: '存入登记簿' })).toBeNull();
    expect(screen.queryByRole('button', { name: '增加一行' })).toBeNull();
    choose(0, 0);
    expect(focused()).toBe(cell(0, 0));
    press('Delete');
    await paste('x');
    expect(texts(0)[0]).toBe('收受财物');
  });
});
