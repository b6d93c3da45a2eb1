import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import Mapping from './Mapping';
import { layouts, reading } from './sample';
import { renderPage } from '@/testing/renderPage';

const read = { data: { importLayouts: layouts, importJob: reading } };
const taken = { data: { mapImport: { job: { id: 'j1', state: 'PLANNING' } } } };

function draw(mapImport: object = taken) {
  const done = { onName: vi.fn(), onSent: vi.fn() };
  const view = renderPage(<Mapping jobId="j1" name=" 台账 " hasUnit {...done} />, {
    answers: { ImportReading: read, MapImport: mapImport },
  });
  const sent = () =>
    view.asked.find(({ operationName }) => operationName === 'MapImport')?.variables.input;
  return { ...view, ...done, sent };
}

const picker = (name: string | RegExp) =>
  screen.findByRole<HTMLSelectElement>('combobox', { name });

describe('the view of how a file is read', () => {
  it('shows the sheet with what its rows are, by words too', async () => {
    draw();
    const sheet = await screen.findByRole('region', { name: '工作表 台账' });
    for (const [text, kind] of [
      ['2026 年台账', '标题'],
      ['泄露计划', '数据'],
      ['另页续', '未读取'],
    ] as const) {
      const row = within(sheet).getByText(text).closest('tr');
      expect(row?.cells[1]?.textContent).toBe(kind);
    }
  });

  it('puts the focus on the first open question, and a guess is no choice yet', async () => {
    draw();
    const guess = await picker('B 列“等第”作为');
    await waitFor(() => expect(document.activeElement).toBe(guess));
    expect(guess.value).toBe('');
    expect(guess.selectedOptions[0]?.textContent).toBe('建议：自评等级（未确认）');
    expect((await picker('A 列“风险点”作为')).value).toBe('TITLE');
  });

  it('sends what was chosen by Enter', async () => {
    const { sent, onSent } = draw();
    const guess = await picker('B 列“等第”作为');
    fireEvent.change(guess, { target: { value: 'PROPOSED' } });
    fireEvent.change(await picker('C 列“随记”作为'), { target: { value: '-' } });
    fireEvent.change(await picker('表 2：'), { target: { value: '-' } });
    fireEvent.change(await picker('“较大”的含义'), { target: { value: 'OPEN' } });
    fireEvent.click(screen.getByRole('checkbox', { name: /^表格以外的行/ }));
    fireEvent.keyDown(guess, { key: 'Enter' });
    await waitFor(() => expect(onSent).toHaveBeenCalled());
    expect(sent()).toEqual({
      jobId: 'j1',
      heads: [],
      tables: [
        {
          number: 1,
          kind: null,
          leaveOut: false,
          columns: [
            { column: 1, field: 'PROPOSED', value: null },
            { column: 2, field: null, value: null },
          ],
          facts: [],
          values: [],
        },
        { number: 2, kind: null, leaveOut: true, columns: [], facts: [], values: [] },
      ],
      words: [{ kind: 'GRADE', text: '较大', value: 'OPEN' }],
      choices: { leaveOutRest: true },
      doubts: [],
      accept: false,
      saveAs: '台账',
    });
  });

  it('says which rows are titles and which are none, and takes it back', async () => {
    const { sent, onSent } = draw();
    fireEvent.click(await screen.findByText('标题行没有找到，或认错了？'));
    const name = async (row: string, what: string) => {
      fireEvent.change(screen.getByRole('spinbutton', { name: '从第几行起' }), {
        target: { value: row },
      });
      fireEvent.change(await picker('这些行是'), { target: { value: what } });
      fireEvent.click(screen.getByRole('button', { name: /^加\s?入$/ }));
    };
    await name('20', '2');
    await name('10', '0');
    await name('4', '1');
    fireEvent.click(screen.getByRole('button', { name: '撤销第 4 行' }));
    expect(screen.getByText('第 20–21 行是标题')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: '接受全部建议' }));
    await waitFor(() => expect(onSent).toHaveBeenCalled());
    expect(sent()).toMatchObject({
      heads: [
        { sheet: '台账', firstRow: 20, lastRow: 21, titles: true },
        { sheet: '台账', firstRow: 10, lastRow: 10, titles: false },
      ],
    });
  });

  it('takes no row that the sheet does not show', async () => {
    draw();
    fireEvent.click(await screen.findByText('标题行没有找到，或认错了？'));
    fireEvent.change(screen.getByRole('spinbutton', { name: '从第几行起' }), {
      target: { value: '99' },
    });
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /^加\s?入$/ }).disabled).toBe(
      true,
    );
  });

  it('gives a word several types', async () => {
    const { sent, onSent } = draw();
    fireEvent.change(await picker('“业务流程”的含义'), { target: { value: 'SEVERAL' } });
    const types = screen.getByRole('group', { name: '“业务流程”包含的类别' });
    const [first] = within(types).getAllByRole<HTMLInputElement>('checkbox');
    if (!first) throw new Error('no type');
    fireEvent.click(first);
    fireEvent.click(screen.getByRole('button', { name: '接受全部建议' }));
    await waitFor(() => expect(onSent).toHaveBeenCalled());
    expect(sent()).toMatchObject({
      accept: true,
      words: [{ text: '业务流程', value: 'MORAL+PROCESS' }],
    });
  });

  it('keeps the answers when they are refused, and says so at their place', async () => {
    const refusal = (field: string, message: string) => ({
      message,
      extensions: { code: 'INVALID', reason: 'X', field },
    });
    const { onSent } = draw({
      errors: [refusal('saveAs', '名称已用'), refusal('words', '含义不对')],
    });
    const guess = await picker('B 列“等第”作为');
    fireEvent.change(guess, { target: { value: 'CAUSE' } });
    fireEvent.keyDown(guess, { key: 'Enter' });
    const word = await screen.findByText('含义不对');
    expect(word.closest('.map-side')).not.toBeNull();
    expect(screen.getByText('名称已用').closest('.map-side')).toBeNull();
    expect(guess.value).toBe('CAUSE');
    expect(onSent).not.toHaveBeenCalled();
  });

  it('offers the fields of another kind, and says what the table still needs', async () => {
    draw();
    fireEvent.change(await picker('A 列“风险点”作为'), { target: { value: '-' } });
    expect(screen.getByText('还缺：风险点/表现情形')).toBeDefined();
    fireEvent.change(await picker('表 1：'), { target: { value: 'UNITS' } });
    const options = [...(await picker('A 列“风险点”作为')).options].map(({ value }) => value);
    expect(options).toEqual(['', 'CODE', 'NAME', '-']);
  });
});
